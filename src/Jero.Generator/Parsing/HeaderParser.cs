using System.Text;
using Jero.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing;

/// <summary>Reads the typed headers of a response from the properties of their class or record.</summary>
internal static class HeaderParser
{
    public static EquatableArray<Header> Parse(INamedTypeSymbol type, ParseContext context, ShapeFault fault)
    {
        var headers = new List<Header>();
        foreach (var property in JsonMembers.Of(type))
        {
            var shape = JsonShapeParser.Parse(property.Type, $"{type.Message()}.{property.Name}", context, fault);
            if (shape is null)
            {
                return [];
            }

            headers.Add(new Header(NameOf(property), SymbolNames.Escaped(property.Name), FormOf(shape), shape, shape is not JsonNullable));
        }

        return headers.ToEquatableArray();
    }

    private static string NameOf(IPropertySymbol property) =>
        property.Attribute("System.Text.Json.Serialization", "JsonPropertyNameAttribute")?.ConstructorArguments[0].Value as string
        ?? property.Attribute("Microsoft.AspNetCore.Mvc", "FromHeaderAttribute")?.NamedString("Name")
        ?? Kebab(property.Name);

    private static HeaderForm FormOf(JsonShape shape) => shape switch
    {
        JsonNullable nullable => FormOf(nullable.Value),
        JsonBuiltIn { Type: BuiltInType.String or BuiltInType.Boolean or BuiltInType.DateTime or BuiltInType.DateTimeOffset or BuiltInType.DateOnly }
            => HeaderForm.Own,
        JsonBuiltIn => HeaderForm.Scalar,
        _ => HeaderForm.Json,
    };

    /// <summary><c>XTraceId</c> → <c>x-trace-id</c>, and a run of capitals is one word: <c>ETagURL2</c> → <c>e-tag-url2</c>.</summary>
    private static string Kebab(string name)
    {
        var kebab = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = char.IsUpper(name[i]) && i > 0
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord)
            {
                kebab.Append('-');
            }

            kebab.Append(char.ToLowerInvariant(name[i]));
        }

        return kebab.ToString();
    }
}
