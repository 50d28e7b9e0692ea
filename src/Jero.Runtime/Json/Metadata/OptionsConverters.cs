using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Jero.Json.Metadata;

/// <summary>
/// Asks the converters in <see cref="JsonSerializerOptions.Converters"/>. System.Text.Json leaves this to resolvers, and these converters
/// take precedence over a converter of the type.
/// </summary>
/// <remarks>
/// https://learn.microsoft.com/dotnet/standard/serialization/system-text-json/converters-how-to#converter-registration-precedence
/// </remarks>
internal static class OptionsConverters
{
    /// <summary>Returns the metadata of a type that one of the converters accepts; null if none does.</summary>
    /// <exception cref="InvalidOperationException">A factory creates nothing that can convert the type.</exception>
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

    /// <summary>Returns the converter itself, or what a factory creates for the type.</summary>
    /// <exception cref="InvalidOperationException">The converter cannot convert the type.</exception>
    public static JsonConverter Expand(JsonConverter converter, Type type, JsonSerializerOptions options)
    {
        var name = converter.GetType();
        if (!converter.CanConvert(type))
        {
            throw new InvalidOperationException($"The converter '{name}' cannot convert '{type}', because its CanConvert returns false. Make it return true, or use another converter.");
        }

        var made = converter is JsonConverterFactory factory ? factory.CreateConverter(type, options) : converter;
        return made is not null and not JsonConverterFactory && CanHold(made.Type, type) ? made
            : throw new InvalidOperationException($"The converter '{name}' accepts '{type}' but creates {(made is null ? "null" : $"'{made.GetType()}'")}, which does not convert it. Use a JsonConverter<{type.Name}>, or a factory that creates one.");
    }

    // As in System.Text.Json, the converter of a base type or an interface also fits.
    private static bool CanHold(Type? converted, Type type) => converted is not null && (converted.IsAssignableFrom(type) || type.IsAssignableFrom(converted));
}
