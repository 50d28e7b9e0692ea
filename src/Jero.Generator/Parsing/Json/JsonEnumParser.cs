using System.Globalization;
using Jero.Generator.Model;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Json;

/// <summary>Reads enums.</summary>
internal static class JsonEnumParser
{
    private const string Json = "System.Text.Json.Serialization";

    public static JsonEnum? Parse(INamedTypeSymbol type, JsonReference reference, string path, ParseContext context, ShapeFault fault)
    {
        var isFlags = type.Attribute("System", "FlagsAttribute") is not null;
        foreach (var field in Members(type))
        {
            if (ReasonAgainst(WireName(field), isFlags) is { } reason)
            {
                fault.SetEnumName(path, field.Name, WireName(field), reason, field.SourceLocation());
                return null;
            }
        }

        var converter = ConverterExpressions.OfType(type);
        return new JsonEnum
        {
            Name = reference.Definition,
            Component = reference.Component,
            TypeName = reference.TypeName,
            Annotations = AnnotationParser.OfType(type, reference, context),
            UnderlyingType = type.EnumUnderlyingType is { } underlying && BuiltInTypes.Find(underlying) is { } number ? number : BuiltInType.Int32,
            IsString = converter is null ? context.JsonOptions.UseStringEnumConverter : converter == ConverterExpressions.StringEnum(type),
            IsFlags = isFlags,
            Values = Members(type)
                .GroupBy(static field => field.ConstantValue!)
                .OrderBy(static group => Convert.ToDecimal(group.Key, CultureInfo.InvariantCulture))
                .Select(group => new JsonEnumValue(
                    Convert.ToString(group.Key, CultureInfo.InvariantCulture)!,
                    context.Reachable.CanUse(group.First()) ? SymbolNames.Escaped(group.First().Name) : null,
                    group.Count() == 1 ? WireName(group.First()) : null))
                .ToEquatableArray(),
        };
    }

    /// <summary>Whether a member has a wire name of its own.</summary>
    public static bool HasNamedMembers(ITypeSymbol type) =>
        Members(type).Any(static field => field.Attribute(Json, "JsonStringEnumMemberNameAttribute") is not null);

    private static IEnumerable<IFieldSymbol> Members(ITypeSymbol type) =>
        type.GetMembers().OfType<IFieldSymbol>().Where(static field => field.HasConstantValue);

    // As the converter of System.Text.Json, which refuses the whole enum when it is created.
    private static string? ReasonAgainst(string name, bool isFlags) =>
        name.Length == 0 ? "which is empty; give it a name"
        : char.IsWhiteSpace(name[0]) || char.IsWhiteSpace(name[name.Length - 1]) ? "which begins or ends with white space; take it away"
        : isFlags && name.Contains(',') ? "which has the comma that separates flags; take it out"
        : null;

    private static string WireName(IFieldSymbol field) =>
        field.Attribute(Json, "JsonStringEnumMemberNameAttribute") is { ConstructorArguments: [{ Kind: not TypedConstantKind.Error } name] } ? name.Value as string ?? "" : field.Name;
}
