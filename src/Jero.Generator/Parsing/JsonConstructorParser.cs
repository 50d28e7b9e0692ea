using Jero.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing;

/// <summary>Finds the constructor that reading uses, by System.Text.Json's rules.</summary>
internal static class JsonConstructorParser
{
    private const string Json = "System.Text.Json.Serialization";

    /// <summary>The annotated one, else the parameterless one, else the only one; null where there is none.</summary>
    public static JsonConstructor? Parse(INamedTypeSymbol type, Reachable reachable)
    {
        var candidates = type.InstanceConstructors.Where(static part => part.DeclaredAccessibility == Accessibility.Public).ToList();
        var constructor = candidates.FirstOrDefault(static part => part.Attribute(Json, "JsonConstructorAttribute") is not null)
            ?? candidates.FirstOrDefault(part => part.Parameters.Length == 0 && !(type.Is("System.Collections.Generic", "KeyValuePair`2")))
            ?? candidates.Where(static part => part.Parameters.Length > 0).ToList() switch { [var only] => only, _ => null };
        if (constructor is null || type.IsAbstract || constructor.Parameters.Any(static parameter => parameter.RefKind != RefKind.None)
            || !reachable.CanUse(constructor) || constructor.Parameters.Any(parameter => !IsPassed(parameter, reachable)))
        {
            return null;
        }

        var setsRequired = constructor.Attribute("System.Diagnostics.CodeAnalysis", "SetsRequiredMembersAttribute") is not null;
        return new JsonConstructor(
            constructor.Parameters.Select(parameter => new JsonConstructorParameter
            {
                Name = parameter.Name,
                TypeName = parameter.Type.BareCode(),
                IsNullable = Nullability.Of(parameter),
                OtherMember = OtherMember(parameter, type),
                Default = parameter.HasExplicitDefaultValue ? ConstantExpressions.Default(parameter) : null,
            }).ToEquatableArray(),
            setsRequired ? [] : RequiredMembers(type).ToEquatableArray());
    }

    // Metadata hands every argument on as an object.
    private static bool IsPassed(IParameterSymbol parameter, Reachable reachable) =>
        !parameter.Type.IsRefLikeType && !Reachable.IsUnfinished(parameter.Type) && parameter.Type is not (IPointerTypeSymbol or IFunctionPointerTypeSymbol)
        && reachable.ReasonAgainst(parameter.Type) is null;

    // System.Text.Json joins a parameter to a member of its name and type.
    private static string? OtherMember(IParameterSymbol parameter, INamedTypeSymbol type)
    {
        var members = JsonMembers.Named(type, parameter.Name).ToList();
        return members.Exists(member => SymbolEqualityComparer.Default.Equals(JsonMembers.TypeOf(member), parameter.Type))
            ? null
            : members.FirstOrDefault()?.Name;
    }

    public static IEnumerable<string> RequiredMembers(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            foreach (var member in type.GetMembers().Where(static member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }))
            {
                yield return SymbolNames.Escaped(member.Name);
            }
        }
    }
}
