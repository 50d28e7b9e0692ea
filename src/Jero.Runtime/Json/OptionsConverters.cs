using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Jero.Json;

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
                return JsonMetadataServices.CreateValueInfo<T>(options, Expand<T>(converter, options));
            }
        }

        return null;
    }

    /// <summary>The converter itself, or what a factory makes for the type.</summary>
    /// <exception cref="InvalidOperationException">It cannot convert the type.</exception>
    public static JsonConverter Expand<T>(JsonConverter converter, JsonSerializerOptions options)
    {
        var name = converter.GetType();
        if (!converter.CanConvert(typeof(T)))
        {
            throw new InvalidOperationException($"The converter '{name}' does not take '{typeof(T)}', since its CanConvert says no; let it say yes, or use another converter.");
        }

        var made = converter is JsonConverterFactory factory ? factory.CreateConverter(typeof(T), options) : converter;
        return made is not null and not JsonConverterFactory && CanHold(made.Type, typeof(T)) ? made
            : throw new InvalidOperationException($"The converter '{name}' says that it takes '{typeof(T)}' but comes to {(made is null ? "null" : $"'{made.GetType()}'")}, which does not; use a JsonConverter<{typeof(T).Name}>, or a factory that creates one.");
    }

    // As System.Text.Json: a converter of a base type or of an interface takes it as well.
    private static bool CanHold(Type? converted, Type type) => converted is not null && (converted.IsAssignableFrom(type) || type.IsAssignableFrom(converted));
}
