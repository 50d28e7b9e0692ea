using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Jero.Generated;
using Jero.Headers;
using Jero.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Jero.MinimalApis;

/// <summary>Reads typed headers by the JSON metadata of their type, for responses without generated code.</summary>
internal static class MetadataHeaders
{
    private static readonly ConditionalWeakTable<JsonTypeInfo, string[]> NamesOf = [];

    public static TypedHeaders? Of(HttpContext http, JeroResponse response)
    {
        if (response.DeclaredHeaders is not ({ } headers, { } type))
        {
            return null;
        }

        var info = AppJsonMetadata.TypeInfo(http, type);
        var names = NamesOf.GetValue(info, static info => [.. info.Properties.Select(NameOf)]);
        var typed = new TypedHeaders();
        for (var i = 0; i < names.Length; i++)
        {
            var property = info.Properties[i];
            if (property.Get?.Invoke(headers) is { } value)
            {
                Add(typed, names[i], value, property, info.Options);
            }
        }

        return typed;
    }

    private static void Add(TypedHeaders typed, string name, object value, JsonPropertyInfo property, JsonSerializerOptions options)
    {
        if (property.CustomConverter is not null || !typed.TryAddInFormOfField(name, value))
        {
            typed.Add(name, TextOf(value, AppJsonMetadata.TypeInfo(options, property.PropertyType)));
        }
    }

    private static string NameOf(JsonPropertyInfo property)
    {
        var attributes = property.AttributeProvider;
        if (attributes?.GetCustomAttributes(inherit: true).OfType<IFromHeaderMetadata>().FirstOrDefault() is { Name: { } name })
        {
            return name;
        }

        return attributes?.IsDefined(typeof(JsonPropertyNameAttribute), inherit: true) == true
            ? property.Name
            : RegisteredName(attributes, property.Name) ?? JsonNamingPolicy.KebabCaseLower.ConvertName(property.Name);
    }

    // The naming policy has already renamed the property. The member, if it is known, has the original name.
    private static string? RegisteredName(ICustomAttributeProvider? attributes, string name) =>
        HeaderFields.RegisteredName((attributes as MemberInfo)?.Name ?? name.Replace("-", "", StringComparison.Ordinal));

    // The text of a scalar is its JSON, without the quotation marks of a string.
    private static string? TextOf(object value, JsonTypeInfo info)
    {
        if (value is string text)
        {
            return text;
        }

        var json = JsonSerializer.SerializeToUtf8Bytes(value, info);
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return reader.TokenType == JsonTokenType.String ? reader.GetString() : HeaderText.OfJson(json);
    }
}
