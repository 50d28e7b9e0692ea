using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Jero.Generated;
using Jero.Headers;
using Jero.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Jero.MinimalApis;

/// <summary>Typed headers by the properties of their type's JSON metadata, for responses that no generated code has read.</summary>
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
        if (attributes?.GetCustomAttributes(typeof(FromHeaderAttribute), inherit: true) is [FromHeaderAttribute { Name: { } name }, ..])
        {
            return name;
        }

        return attributes?.IsDefined(typeof(JsonPropertyNameAttribute), inherit: true) == true
            ? property.Name
            : RegisteredName(attributes, property.Name) ?? JsonNamingPolicy.KebabCaseLower.ConvertName(property.Name);
    }

    // The policy of the options has renamed the property already; its own name is that of the member, where that is known.
    private static string? RegisteredName(ICustomAttributeProvider? attributes, string name) =>
        HeaderFields.RegisteredName((attributes as MemberInfo)?.Name ?? name.Replace("-", "", StringComparison.Ordinal));

    // A scalar's text is that of its JSON, without the quotes of a string.
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
