using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Jero.Json.Metadata;

/// <summary>
/// The converters of <see cref="JsonSerializerOptions.Converters"/>. System.Text.Json leaves it to a resolver to ask them, and they come before
/// a converter of the type.
/// </summary>
/// <remarks>https://learn.microsoft.com/dotnet/standard/serialization/system-text-json/converters-how-to#converter-registration-precedence</remarks>
internal static class OptionsConverters
{
    /// <summary>The metadata of a type that one of the converters takes; null where none does.</summary>
    /// <exception cref="InvalidOperationException">A factory makes nothing that can convert the type.</exception>
    public static JsonTypeInfo<T>? TypeInfo<T>(JsonSerializerOptions options)
    {
        foreach (var converter in options.Converters)
        {
            if (converter.CanConvert(typeof(T)))
            {
                return JsonMetadataServices.CreateValueInfo<T>(options, Expand(converter, typeof(T), options));
            }
        }

        return null;
    }

    /// <summary>The converter itself, or what a factory makes for the type.</summary>
    /// <exception cref="InvalidOperationException">It cannot convert the type.</exception>
    public static JsonConverter Expand(JsonConverter converter, Type type, JsonSerializerOptions options)
    {
        var name = converter.GetType();
        if (!converter.CanConvert(type))
        {
            throw new InvalidOperationException($"The converter '{name}' does not take '{type}', since its CanConvert says no; let it say yes, or use another converter.");
        }

        var made = converter is JsonConverterFactory factory ? factory.CreateConverter(type, options) : converter;
        return made is not null and not JsonConverterFactory && CanHold(made.Type, type) ? made
            : throw new InvalidOperationException($"The converter '{name}' says that it takes '{type}' but comes to {(made is null ? "null" : $"'{made.GetType()}'")}, which does not; use a JsonConverter<{type.Name}>, or a factory that creates one.");
    }

    // As System.Text.Json: a converter of a base type or of an interface takes it as well.
    private static bool CanHold(Type? converted, Type type) => converted is not null && (converted.IsAssignableFrom(type) || type.IsAssignableFrom(converted));
}
