using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Jero.Json.Metadata;

/// <summary>
/// Reads floating-point numbers of a body and rejects those that are not finite. System.Text.Json reads 1e400 as infinity, and "NaN"
/// wherever a number may be a string, but writes neither. A handler would get a value that JSON cannot express (RFC 8259, section 6).
/// </summary>
internal static class FiniteNumbers
{
    /// <summary>
    /// Returns the metadata of a floating-point type; null for any other type. A number handling that allows "NaN" allows all such values.
    /// </summary>
    /// <remarks>Generic, so that the compiler can fold the type checks: a native binary then has only the numbers that it reads.</remarks>
    public static JsonTypeInfo? TypeInfo<T>(JsonSerializerOptions options, JsonNumberHandling handling) =>
        !typeof(T).IsValueType ? null
        : typeof(T) == typeof(double) ? Value(options, handling, JsonMetadataServices.DoubleConverter)
        : typeof(T) == typeof(float) ? Value(options, handling, JsonMetadataServices.SingleConverter)
        : typeof(T) == typeof(Half) ? Value(options, handling, JsonMetadataServices.HalfConverter)
        : typeof(T) == typeof(double?) ? ValueOrNull(options, handling, JsonMetadataServices.DoubleConverter)
        : typeof(T) == typeof(float?) ? ValueOrNull(options, handling, JsonMetadataServices.SingleConverter)
        : typeof(T) == typeof(Half?) ? ValueOrNull(options, handling, JsonMetadataServices.HalfConverter)
        : null;

    private static JsonTypeInfo<T> Value<T>(JsonSerializerOptions options, JsonNumberHandling handling, JsonConverter<T> standard)
        where T : struct, INumberBase<T> =>
        OptionsConverters.TypeInfo<T>(options)
        ?? JsonMetadataServices.CreateValueInfo<T>(
            options, (handling & JsonNumberHandling.AllowNamedFloatingPointLiterals) == 0 ? new FiniteConverter<T>(standard, handling) : standard);

    private static JsonTypeInfo<T?> ValueOrNull<T>(JsonSerializerOptions options, JsonNumberHandling handling, JsonConverter<T> standard)
        where T : struct, INumberBase<T> =>
        OptionsConverters.TypeInfo<T?>(options)
        ?? JsonMetadataServices.CreateValueInfo<T?>(options, JsonMetadataServices.GetNullableConverter(Value(options, handling, standard)));

    private sealed class FiniteConverter<T>(JsonConverter<T> standard, JsonNumberHandling handling) : JsonConverter<T>
        where T : struct, INumberBase<T>
    {
        private const string Reason = "must be a finite number";

        // Reads a number in a string, as System.Text.Json does.
        private static JsonTypeInfo<T>? _quoted;

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var value = reader.TokenType == JsonTokenType.String && (handling & JsonNumberHandling.AllowReadingFromString) != 0
                ? ReadQuoted(ref reader)
                : standard.Read(ref reader, typeToConvert, options);
            return T.IsFinite(value) ? value : throw new MisfitException("", Reason);
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => standard.Write(writer, value, options);

        private T ReadQuoted(ref Utf8JsonReader reader)
        {
            try
            {
                return JsonSerializer.Deserialize(ref reader, _quoted ??= CreateQuoted());
            }
            catch (JsonException)
            {
                // The path is that of the number.
                throw new MisfitException("", Reason);
            }
        }

        private JsonTypeInfo<T> CreateQuoted() => JsonMetadataServices.CreateValueInfo<T>(
            new JsonSerializerOptions { NumberHandling = JsonNumberHandling.AllowReadingFromString, TypeInfoResolver = JsonTypeInfoResolver.Combine() }, standard);
    }
}
