using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Requests;

/// <summary>How text becomes a value of a type, by the preferences of minimal APIs.</summary>
/// <param name="Kind">What the readers of the runtime are called: empty, <c>Enum</c> or <c>By</c>.</param>
/// <param name="Parser">The expression of the method that parses, where the type has one of its own.</param>
/// <param name="Method">That method, where it is of the user's.</param>
internal sealed record TextForm(TextKind Kind, string Parser = "", IMethodSymbol? Method = null)
{
    /// <summary>The form of a type without <c>Nullable</c>; null where text cannot be parsed to it.</summary>
    public static TextForm? Of(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Enum ? new TextForm(TextKind.Enum)
        : type.Is("System", "Uri") ? new TextForm(TextKind.Own, "JeroGen::CustomBinding.TryParseUri")
        : IsParsable(type) ? new TextForm(TextKind.Parsable)
        : OwnParser(type);

    /// <summary>The call that reads one value.</summary>
    public string Read(BindingTarget target)
    {
        var type = target.ValueType.BareCode();
        var fallback = target.Default ?? "null";
        var given = fallback == "null" ? "" : fallback;
        return (Kind, target.IsOptional, target.IsNullableValue) switch
        {
            (TextKind.Parsable, false, _) => $"Required<{type}>()",
            (TextKind.Parsable, true, false) => $"OrDefault<{type}>({fallback})",
            (TextKind.Parsable, true, true) => $"OrNull<{type}>({given})",
            (TextKind.Enum, false, _) => $"RequiredEnum<{type}>()",
            (TextKind.Enum, true, false) => $"EnumOrDefault<{type}>({fallback})",
            (TextKind.Enum, true, true) => $"EnumOrNull<{type}>({given})",
            (_, false, _) => $"RequiredBy<{type}>({Parser})",
            (_, true, false) => $"OrDefaultBy<{type}>({Parser}, {fallback})",
            (_, true, true) => $"OrNullBy<{type}>({Parser}{(given.Length == 0 ? "" : ", " + given)})",
        };
    }

    /// <summary>The call that reads several values.</summary>
    public string ReadArray(ITypeSymbol element, bool isNullable) =>
        $"{(Kind == TextKind.Enum ? "Enum" : "")}Array{(isNullable ? "OfNullable" : "")}{(Kind == TextKind.Own ? "By" : "")}<{element.BareCode()}>({Parser})";

    private static bool IsParsable(ITypeSymbol type) => type.AllInterfaces.Any(part =>
        part.Is("System", "IParsable`1") && SymbolEqualityComparer.Default.Equals(part.TypeArguments[0], type));

    // public static bool TryParse(string, IFormatProvider, out T), else the same without the provider; inherited ones count.
    private static TextForm? OwnParser(ITypeSymbol type)
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

        var parameters = $"string text, [global::System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out {type.BareCode()} value";
        return methods.FirstOrDefault(static method => method.Parameters.Length == 3 && method.Parameters[1].Type.Is("System", "IFormatProvider")) is { } withProvider
                ? new TextForm(TextKind.Own, $"static ({parameters}) => {withProvider.ContainingType.BareCode()}.TryParse(text, global::System.Globalization.CultureInfo.InvariantCulture, out value)", withProvider)
            : methods.FirstOrDefault(static method => method.Parameters.Length == 2) is { } plain
                ? new TextForm(TextKind.Own, $"static ({parameters}) => {plain.ContainingType.BareCode()}.TryParse(text, out value)", plain)
            : null;
    }
}

internal enum TextKind
{
    Parsable,
    Enum,

    /// <summary>By a <c>TryParse</c> of the type's own.</summary>
    Own,
}
