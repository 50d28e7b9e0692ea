using System.Globalization;
using Jero.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing;

/// <summary>Reads enums.</summary>
internal static class JsonEnumParser
{
    private const string Json = "System.Text.Json.Serialization";

    public static JsonEnum Parse(INamedTypeSymbol type, JsonReference reference, ParseContext context)
    {
        var converter = ConverterExpressions.OfType(type);
        return new JsonEnum
        {
            Name = reference.Definition,
            Component = reference.Component,
            TypeName = reference.TypeName,
            Annotations = AnnotationParser.OfType(type, reference, context),
            UnderlyingType = type.EnumUnderlyingType is { } underlying && BuiltInTypes.Find(underlying) is { } number ? number : BuiltInType.Int32,
            IsString = converter is null ? context.JsonOptions.UseStringEnumConverter : converter == ConverterExpressions.StringEnum(type),
            IsFlags = type.Attribute("System", "FlagsAttribute") is not null,
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

    private static string WireName(IFieldSymbol field) =>
        field.Attribute(Json, "JsonStringEnumMemberNameAttribute") is { ConstructorArguments: [{ Value: string name }] } ? name : field.Name;
}
