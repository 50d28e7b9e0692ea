using System.Globalization;
using Jero.Generator.Model;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Json;

/// <summary>Reads enums.</summary>
internal static class JsonEnumParser
{
    public static JsonEnum? Parse(INamedTypeSymbol type, JsonReference reference, string path, ParseContext context, ShapeFault fault)
    {
        var isFlags = type.Attribute(KnownTypes.FlagsAttribute) is not null;
        foreach (var field in Members(type))
        {
            if (ReasonAgainst(WireName(field), isFlags) is { } reason)
            {
                fault.SetEnumName(path, field.Name, WireName(field), reason, field.SourceLocation());
                return null;
            }
        }

        var converter = ConverterParser.OfType(type);
        return new JsonEnum
        {
            Name = reference.Definition,
            Component = reference.Component,
            TypeName = reference.TypeName,
            Annotations = AnnotationParser.OfType(type, reference, context),
            UnderlyingType = type.EnumUnderlyingType is { } underlying && BuiltInTypes.Find(underlying) is { } number ? number : BuiltInType.Int32,
            IsString = converter is null ? context.JsonOptions.UseStringEnumConverter : converter is { Kind: ConverterKind.EnumByName } && converter.Type == reference.TypeName,
            IsFlags = isFlags,
            Values = Members(type)
                .GroupBy(static field => field.ConstantValue!)
                .OrderBy(static group => Convert.ToDecimal(group.Key, CultureInfo.InvariantCulture))
                .Select(group => new JsonEnumValue(
                    Convert.ToString(group.Key, CultureInfo.InvariantCulture)!,
                    context.Reachable.CanUse(group.First()) ? group.First().Name : null,
                    group.Count() == 1 ? WireName(group.First()) : null))
                .ToEquatableArray(),
        };
    }

    /// <summary>Whether a member has a wire name of its own.</summary>
    public static bool HasNamedMembers(ITypeSymbol type) =>
        Members(type).Any(static field => field.Attribute(KnownTypes.JsonStringEnumMemberNameAttribute) is not null);

    private static IEnumerable<IFieldSymbol> Members(ITypeSymbol type) =>
        type.GetMembers().OfType<IFieldSymbol>().Where(static field => field.HasConstantValue);

    // Like the converter of System.Text.Json, which rejects the whole enum when it is created.
    private static string? ReasonAgainst(string name, bool isFlags) =>
        name.Length == 0 ? "which is empty; give it a name"
        : char.IsWhiteSpace(name[0]) || char.IsWhiteSpace(name[name.Length - 1]) ? "which begins or ends with white space; remove it"
        : isFlags && name.Contains(',') ? "which contains a comma, the separator of flags; remove it"
        : null;

    private static string WireName(IFieldSymbol field) =>
        field.Attribute(KnownTypes.JsonStringEnumMemberNameAttribute) is { ConstructorArguments: [{ Kind: not TypedConstantKind.Error } name] } ? name.Value as string ?? "" : field.Name;
}
