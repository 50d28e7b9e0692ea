using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing;

/// <summary>Which classes System.Text.Json takes for the converter of a value.</summary>
internal static class ConverterRules
{
    private const string Json = "System.Text.Json.Serialization";

    /// <summary>Why the class that <c>[JsonConverter]</c> names cannot convert the type or member; null where it can, or only run time tells.</summary>
    public static string? ReasonAgainst(INamedTypeSymbol converter, ISymbol target)
    {
        var name = converter.Message();
        if (converter.IsUnboundGenericType || converter.TypeArguments.Any(static argument => argument.TypeKind == TypeKind.TypeParameter))
        {
            return $"'{name}' is an open generic type, name it with its type arguments or write a JsonConverterFactory";
        }

        var converted = Bases(converter).FirstOrDefault(static part => part.Is(Json, "JsonConverter`1"))?.TypeArguments[0];
        if (converted is null && !Bases(converter).Any(static part => part.Is(Json, "JsonConverterFactory")))
        {
            return converter.TypeKind == TypeKind.Error ? null : $"'{name}' is no JsonConverter<T> and no JsonConverterFactory, derive it from one of them";
        }

        if (converter.IsAbstract)
        {
            return $"'{name}' is abstract, name one that is not";
        }

        if (!converter.InstanceConstructors.Any(static part => part.Parameters.IsEmpty))
        {
            return $"'{name}' has no constructor without parameters, give it one or derive an attribute from JsonConverterAttribute that overrides CreateConverter";
        }

        var type = target as ITypeSymbol ?? JsonMembers.TypeOf(target);
        return converted is not null && !OverridesCanConvert(converter) && !IsSame(converted, type) && !IsSame(converted, type.Underlying())
            ? $"'{name}' converts '{converted.Message()}', not '{type.Message()}', name another or override its CanConvert"
            : null;
    }

    private static bool OverridesCanConvert(INamedTypeSymbol converter) => Bases(converter)
        .TakeWhile(static part => !part.Is(Json, "JsonConverter`1"))
        .Any(static part => part.GetMembers("CanConvert").Any(static member => member.IsOverride));

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (var part = type; part is not null; part = part.BaseType)
        {
            yield return part;
        }
    }

    private static bool IsSame(ITypeSymbol one, ITypeSymbol other) => SymbolEqualityComparer.Default.Equals(one, other);
}
