using System.Collections.Immutable;
using Jero.Generator.Model;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Requests;

/// <summary>The members of an <c>[AsParameters]</c> type, or of a type that a form is read to.</summary>
/// <param name="Members">What is bound, each without a local yet: first what the constructor takes, in its order.</param>
internal sealed record ParameterGroup(ImmutableArray<BindingTarget> Members)
{
    /// <summary>
    /// Returns the members of an <c>[AsParameters]</c> type by the rules of minimal APIs: the parameters of its one constructor, or else
    /// its settable properties. Returns null if it cannot be constructed, which is reported.
    /// </summary>
    public static ParameterGroup? Find(BindingTarget group, HandlerScope scope)
    {
        if (Constructor(group, scope, "[AsParameters]", mayBeMissing: false) is not (var type, var constructor))
        {
            return null;
        }

        var isConstructed = constructor is { Parameters.Length: > 0 };
        var members = FindMembers(group, scope, type, constructor, property => !isConstructed || IsDemanded(property, constructor));
        if (members?.Members.FirstOrDefault(static member => member.Has(KnownTypes.AsParametersAttribute) is not null) is { } nested)
        {
            scope.Refuse(nested, "several parameters", "[AsParameters] does not nest: name its values in the outer type");
            return null;
        }

        return members;
    }

    /// <summary>
    /// Returns the members that the fields of a form are read to: the parameters of the constructor and the settable properties. A property
    /// that is not required keeps its initial value if its field is missing.
    /// </summary>
    public static ParameterGroup? FindOfForm(BindingTarget group, HandlerScope scope)
    {
        if (Constructor(group, scope, "A form that is read to one type", mayBeMissing: true) is not (var type, var constructor)
            || FindMembers(group, scope, type, constructor, static property => !IsLeftOut(property)) is not { } found)
        {
            return null;
        }

        return new ParameterGroup([.. found.Members.Select(member => !KeepsOwn(member) ? member
            : FormBindings.IsComplexType(member.ValueType) ? member with { HasInitial = member.IsOptional }
            : member with { Type = OrNull(member.Type, scope.Context.Compilation), HasInitial = true })]);
    }

    // A client must not set these. A constructor must get all that it takes.
    private static bool IsLeftOut(IPropertySymbol property) => !property.IsRequired
        && (property.Attribute(KnownTypes.IgnoreDataMemberAttribute) is not null
            || property.Attribute(KnownTypes.BindNeverAttribute) is not null);

    private static bool KeepsOwn(BindingTarget member) => member.IsAssigned && !member.IsDemanded && IsReadable(member)
        && member.Has(KnownTypes.DataMemberAttribute)?.NamedBool("IsRequired") != true;

    private static (INamedTypeSymbol Type, IMethodSymbol? Constructor)? Constructor(BindingTarget group, HandlerScope scope, string what, bool mayBeMissing)
    {
        if ((mayBeMissing ? group.ValueType : group.Type) is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false } type
            || (!mayBeMissing && (group.IsNullableValue || group.Default is not null || group.Type.NullableAnnotation == NullableAnnotation.Annotated)))
        {
            scope.Refuse(group, "several values", $"{what} takes a class, struct or record that is {(mayBeMissing ? "not abstract" : "neither abstract nor nullable and has no default")}");
            return null;
        }

        var constructors = type.InstanceConstructors
            .Where(part => part.DeclaredAccessibility == Accessibility.Public && !(part.IsImplicitlyDeclared && type.IsValueType))
            .ToList();
        var constructor = constructors.Count == 1 ? constructors[0] : constructors.FirstOrDefault(static part => part.Parameters.Length == 0);
        if (constructor is null && !type.IsValueType)
        {
            scope.Refuse(group, "several values", "its type needs exactly one public constructor, or one without parameters");
            return null;
        }

        if (constructor is not null && !scope.Context.Reachable.CanUse(constructor, isInClass: true))
        {
            scope.Refuse(group, "several values", "its constructor is obsolete as an error, so remove 'true' from [Obsolete]");
            return null;
        }

        return (type, constructor);
    }

    private static ParameterGroup? FindMembers(
        BindingTarget group, HandlerScope scope, INamedTypeSymbol type, IMethodSymbol? constructor, Func<IPropertySymbol, bool> isAssigned)
    {
        var properties = PropertiesOf(type);
        var members = (constructor?.Parameters ?? []).Select(parameter => OfConstructor(parameter, properties, group)).ToList();
        if (members.Any(static member => member is null))
        {
            scope.Refuse(group, "several values", "every parameter of its constructor needs a property of the same name and type");
            return null;
        }

        if (RequiredFieldOf(type, constructor) is { } field)
        {
            scope.Refuse(group, "several values", $"its required field '{field.Name}' cannot be bound, so make it a property");
            return null;
        }

        var taken = members.Select(static member => member!.Name).ToImmutableHashSet(StringComparer.Ordinal);
        members.AddRange(properties
            .Where(property => !taken.Contains(property.Name) && SetterOf(property) is { DeclaredAccessibility: Accessibility.Public } && isAssigned(property))
            .Select(property => Settable(property, group, type, constructor)));
        return members.Exists(member => BindingParser.Refuses(member!, scope)) ? null : new ParameterGroup([.. members.Select(static member => member!)]);
    }

    // The most derived property of each name, which is what the name means. Inherited ones count, as in reflection.
    private static List<IPropertySymbol> PropertiesOf(INamedTypeSymbol type)
    {
        var properties = new List<IPropertySymbol>();
        for (var part = type; part is not null; part = part.BaseType)
        {
            properties.AddRange(part.GetMembers().OfType<IPropertySymbol>()
                .Where(property => property is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsIndexer: false }
                    && properties.TrueForAll(known => known.Name != property.Name)));
        }

        return properties;
    }

    private static IFieldSymbol? RequiredFieldOf(INamedTypeSymbol type, IMethodSymbol? constructor)
    {
        for (var part = type; part is not null && !SetsRequired(constructor); part = part.BaseType)
        {
            if (part.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(static field => field.IsRequired) is { } field)
            {
                return field;
            }
        }

        return null;
    }

    // An override may only declare how the value is read.
    private static IMethodSymbol? SetterOf(IPropertySymbol property) =>
        property.SetMethod ?? (property.OverriddenProperty is { } overridden ? SetterOf(overridden) : null);

    private static bool IsDemanded(IPropertySymbol property, IMethodSymbol? constructor) => property.IsRequired && !SetsRequired(constructor);

    private static bool SetsRequired(IMethodSymbol? constructor) =>
        constructor?.Attribute(KnownTypes.SetsRequiredMembersAttribute) is not null;

    private static BindingTarget Settable(IPropertySymbol property, BindingTarget group, INamedTypeSymbol type, IMethodSymbol? constructor) => new(
        property.Name, "", property.Type, property.GetAttributes(), Default: null, group.Position, property.SourceLocation() ?? group.Location)
    {
        Member = property,
        IsAssigned = true,
        IsDemanded = IsDemanded(property, constructor),
        Described = new DescribedMember(type.ToBareName(), property.Name, IsAmbiguous(property) ? property.Type.ToBareName() : null, Ordinal: 0),
    };

    // If a property of another type hides it, reflection finds both.
    private static bool IsAmbiguous(IPropertySymbol property)
    {
        for (var part = property.ContainingType.BaseType; part is not null; part = part.BaseType)
        {
            if (part.GetMembers(property.Name).OfType<IPropertySymbol>().Any(other => !SymbolEqualityComparer.Default.Equals(other.Type, property.Type)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsReadable(BindingTarget member) => member.Member is IPropertySymbol { GetMethod.DeclaredAccessibility: Accessibility.Public };

    private static ITypeSymbol OrNull(ITypeSymbol type, Compilation compilation) =>
        type.IsReferenceType ? type.WithNullableAnnotation(NullableAnnotation.Annotated)
        : type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T ? type
        : compilation.GetSpecialType(SpecialType.System_Nullable_T).Construct(type);

    private static BindingTarget? OfConstructor(IParameterSymbol parameter, List<IPropertySymbol> properties, BindingTarget group)
    {
        var property = properties.FirstOrDefault(candidate => string.Equals(candidate.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)
            && SymbolEqualityComparer.Default.Equals(candidate.Type, parameter.Type));
        return property is null ? null : new BindingTarget(
            property.Name,
            "",
            parameter.Type,
            property.GetAttributes().AddRange(parameter.GetAttributes()),
            parameter.HasExplicitDefaultValue ? ConstantParser.Default(parameter) : null,
            group.Position,
            parameter.SourceLocation())
        {
            Described = new DescribedMember(group.ValueType.ToBareName(), Property: null, PropertyType: null, parameter.Ordinal),
            Parameter = parameter,
            Member = property,
        };
    }
}
