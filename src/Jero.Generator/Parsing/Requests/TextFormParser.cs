using Jero.Generator.Model;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Requests;

/// <summary>Finds how text becomes a value of a type, by the preferences of minimal APIs.</summary>
internal static class TextFormParser
{
    /// <summary>
    /// Returns how text is parsed to a type without <c>Nullable</c>, and the user's method if one parses it; null if the type cannot be
    /// parsed.
    /// </summary>
    public static (TextForm Form, IMethodSymbol? Method)? Of(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Enum ? (new TextForm(TextKind.Enum), null)
        : type.Is(KnownTypes.Uri) ? (new TextForm(TextKind.Uri), null)
        : IsParsable(type) ? (new TextForm(TextKind.Parsable), null)
        : ParserOf(type) is { } method ? (new TextForm(TextKind.Own, method.ContainingType.ToBareName(), method.Parameters.Length == 3), method)
        : null;

    private static bool IsParsable(ITypeSymbol type) => type.AllInterfaces.Any(part =>
        part.Is(KnownTypes.IParsable) && SymbolEqualityComparer.Default.Equals(part.TypeArguments[0], type));

    // Prefers public static bool TryParse(string, IFormatProvider, out T) to the same without the provider. Inherited methods count.
    private static IMethodSymbol? ParserOf(ITypeSymbol type)
    {
        var methods = new List<IMethodSymbol>();
        for (var part = type; part is not null; part = part.BaseType)
        {
            methods.AddRange(part.GetMembers("TryParse").OfType<IMethodSymbol>().Where(method =>
                method is { IsStatic: true, IsGenericMethod: false, DeclaredAccessibility: Accessibility.Public, ReturnType.SpecialType: SpecialType.System_Boolean }
                && method.Parameters.Length is 2 or 3
                && method.Parameters[0].Type.SpecialType == SpecialType.System_String
                && method.Parameters[method.Parameters.Length - 1] is { RefKind: RefKind.Out } value
                && SymbolEqualityComparer.Default.Equals(value.Type, type)));
        }

        return methods.FirstOrDefault(static method => method.Parameters.Length == 3 && method.Parameters[1].Type.Is(KnownTypes.IFormatProvider))
            ?? methods.FirstOrDefault(static method => method.Parameters.Length == 2);
    }
}
