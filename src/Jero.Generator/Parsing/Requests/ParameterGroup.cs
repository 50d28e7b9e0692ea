using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Requests;

/// <summary>The members of an <c>[AsParameters]</c> type, by the rules of minimal APIs.</summary>
/// <param name="Members">What is bound, each without a local yet.</param>
/// <param name="IsAssigned">Whether they are assigned, and not passed to the constructor.</param>
internal sealed record ParameterGroup(ImmutableArray<BindingTarget> Members, bool IsAssigned)
{
    /// <summary>The members of the type; null where it cannot be put together, which is reported.</summary>
    public static ParameterGroup? Find(BindingTarget group, HandlerScope scope)
    {
        if (group.Type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false } type || group.IsOptional)
        {
            scope.Refuse(group, "several parameters", "[AsParameters] takes a class, struct or record that is neither abstract nor nullable and has no default");
            return null;
        }

        var properties = type.GetMembers().OfType<IPropertySymbol>()
            .Where(static property => property is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsIndexer: false })
            .ToList();
        var constructors = type.InstanceConstructors
            .Where(part => part.DeclaredAccessibility == Accessibility.Public && !(part.IsImplicitlyDeclared && type.IsValueType))
            .ToList();
        if (constructors.Count > 1 || (constructors.Count == 0 && !type.IsValueType))
        {
            scope.Refuse(group, "several parameters", "its type needs exactly one public constructor");
            return null;
        }

        var parameters = constructors.Count == 0 ? [] : constructors[0].Parameters;
        var members = parameters.Length == 0
            ? properties.Where(static property => property.SetMethod?.DeclaredAccessibility == Accessibility.Public).Select(Settable).ToList()
            : parameters.Select(parameter => OfConstructor(parameter, properties, group)).ToList();
        if (members.Any(static member => member is null))
        {
            scope.Refuse(group, "several parameters", "every parameter of its constructor needs a property of the same name and type");
            return null;
        }

        if (members.FirstOrDefault(static member => member!.Has("Microsoft.AspNetCore.Http", "AsParametersAttribute") is not null) is { } nested)
        {
            scope.Refuse(nested, "several parameters", "[AsParameters] does not nest: name its values in the outer type");
            return null;
        }

        return new ParameterGroup([.. members.Select(static member => member!)], IsAssigned: parameters.Length == 0);

        BindingTarget? Settable(IPropertySymbol property) => new(
            property.Name, "", property.Type, property.GetAttributes(), Default: null, group.Position, property.SourceLocation() ?? group.Location)
        {
            Member = property,
            Described = $"JeroGen::BoundParameter.Of(typeof({type.BareCode()}).GetProperty({SymbolNames.Literal(property.Name)})!)",
        };
    }

    private static BindingTarget? OfConstructor(IParameterSymbol parameter, List<IPropertySymbol> properties, BindingTarget group)
    {
        var property = properties.FirstOrDefault(candidate => string.Equals(candidate.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)
            && SymbolEqualityComparer.Default.Equals(candidate.Type, parameter.Type));
        return property is null ? null : new BindingTarget(
            property.Name,
            "",
            parameter.Type,
            property.GetAttributes().AddRange(parameter.GetAttributes()),
            parameter.HasExplicitDefaultValue ? ConstantExpressions.Default(parameter) : null,
            group.Position,
            parameter.SourceLocation())
        {
            Described = $"typeof({group.Type.BareCode()}).GetConstructors()[0].GetParameters()[{parameter.Ordinal.ToString(CultureInfo.InvariantCulture)}]",
            Parameter = parameter,
            Member = property,
        };
    }
}
