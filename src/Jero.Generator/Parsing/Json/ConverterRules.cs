using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Json;

/// <summary>Decides which classes System.Text.Json accepts as the converter of a value.</summary>
internal static class ConverterRules
{
    /// <summary>
    /// Returns why the class that <c>[JsonConverter]</c> names cannot convert the type or member; null if it can, or if only the running
    /// app knows.
    /// </summary>
    public static string? ReasonAgainst(INamedTypeSymbol converter, ISymbol target)
    {
        var name = converter.Message();
        if (converter.IsUnboundGenericType || converter.TypeArguments.Any(static argument => argument.TypeKind == TypeKind.TypeParameter))
        {
            return $"'{name}' is an open generic type, so name it with its type arguments or write a JsonConverterFactory";
        }

        var converted = Bases(converter).FirstOrDefault(static part => part.Is(KnownTypes.JsonConverter))?.TypeArguments[0];
        if (converted is null && !Bases(converter).Any(static part => part.Is(KnownTypes.JsonConverterFactory)))
        {
            return converter.TypeKind == TypeKind.Error ? null : $"'{name}' is neither a JsonConverter<T> nor a JsonConverterFactory, so derive it from one of them";
        }

        if (converter.IsAbstract)
        {
            return $"'{name}' is abstract, so name one that is not";
        }

        if (!converter.InstanceConstructors.Any(static part => part.Parameters.IsEmpty && part.DeclaredAccessibility == Accessibility.Public))
        {
            return $"'{name}' has no public constructor without parameters, so give it one or derive an attribute from JsonConverterAttribute that overrides CreateConverter";
        }

        var type = target as ITypeSymbol ?? JsonMembers.TypeOf(target);
        if (EnumsOf(converter) is { } enums)
        {
            return type.Underlying().TypeKind == TypeKind.Enum && (enums.Arity == 0 || IsSame(enums.TypeArguments[0], type.Underlying())) ? null
                : $"'{name}' converts {(enums.Arity == 0 ? "enums" : $"'{enums.TypeArguments[0].Message()}'")}, not '{type.Message()}', so name another";
        }

        return converted is not null && !OverridesCanConvert(converter) && !IsSame(converted, type) && !IsSame(converted, type.Underlying())
            ? $"'{name}' converts '{converted.Message()}', not '{type.Message()}', so name another or override its CanConvert"
            : null;
    }

    /// <summary>Returns whether only the running app knows what it converts.</summary>
    public static bool IsAsked(INamedTypeSymbol converter) =>
        EnumsOf(converter) is null && (OverridesCanConvert(converter) || Bases(converter).Any(static part => part.Is(KnownTypes.JsonConverterFactory)));

    /// <summary>Whether an attribute that derives from <c>JsonConverterAttribute</c> makes its converter itself.</summary>
    public static bool CreatesConverter(INamedTypeSymbol attribute) => Bases(attribute)
        .TakeWhile(static part => !part.Is(KnownTypes.JsonConverterAttribute))
        .Any(static part => part.GetMembers("CreateConverter").Any(static member => member.IsOverride));

    /// <summary>Why it cannot write keys of a dictionary; null if it can, or only run time tells.</summary>
    public static string? ReasonAgainstKey(INamedTypeSymbol converter) =>
        Bases(converter).Any(static part => part.Is(KnownTypes.JsonConverter))
        && !Bases(converter).TakeWhile(static part => !part.Is(KnownTypes.JsonConverter)).Any(static part => part.GetMembers("WriteAsPropertyName").Any(static member => member.IsOverride))
            ? $"its converter '{converter.Message()}' writes no keys, so override ReadAsPropertyName and WriteAsPropertyName in it"
            : null;

    // .NET's converters for enums are factories whose answer is known.
    private static INamedTypeSymbol? EnumsOf(INamedTypeSymbol converter) => Bases(converter).FirstOrDefault(static part =>
        part.Is(KnownTypes.JsonStringEnumConverter) || part.Is(KnownTypes.JsonStringEnumConverterOfT) || part.Is(KnownTypes.JsonNumberEnumConverter));

    private static bool OverridesCanConvert(INamedTypeSymbol converter) => Bases(converter)
        .TakeWhile(static part => !part.Is(KnownTypes.JsonConverter))
        .Any(static part => part.GetMembers("CanConvert").Any(static member => member.IsOverride));

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (var part = type; part is not null; part = part.BaseType)
        {
            yield return part;
        }
    }

    // As the runtime sees it, which does not know the names in tuples.
    private static bool IsSame(ITypeSymbol one, ITypeSymbol other) => (one, other) switch
    {
        (IArrayTypeSymbol first, IArrayTypeSymbol second) => first.Rank == second.Rank && IsSame(first.ElementType, second.ElementType),
        (INamedTypeSymbol { Arity: > 0 } first, INamedTypeSymbol { Arity: > 0 } second) =>
            SymbolEqualityComparer.Default.Equals(first.OriginalDefinition, second.OriginalDefinition)
            && first.TypeArguments.Zip(second.TypeArguments, IsSame).All(static isSame => isSame)
            && (first.ContainingType is null || IsSame(first.ContainingType, second.ContainingType)),
        _ => SymbolEqualityComparer.Default.Equals(one, other),
    };
}
