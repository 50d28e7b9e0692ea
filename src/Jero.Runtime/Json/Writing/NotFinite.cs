using System.Buffers;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Jero.Json.Writing;

/// <summary>Refuses NaN and the infinities as System.Text.Json does, in its own words: has it write the number.</summary>
internal static class NotFinite
{
    [DoesNotReturn]
    public static void Throw(double value)
    {
        using var writer = CreateWriter();
        writer.WriteNumberValue(value);
        throw new UnreachableException();
    }

    [DoesNotReturn]
    public static void Throw(float value)
    {
        using var writer = CreateWriter();
        writer.WriteNumberValue(value);
        throw new UnreachableException();
    }

    /// <summary>Half goes through raw text there, hence fails as malformed JSON.</summary>
    [DoesNotReturn]
    public static void Throw(Half value)
    {
        using var writer = CreateWriter();
        writer.WriteRawValue(value.ToString(CultureInfo.InvariantCulture));
        throw new UnreachableException();
    }

    private static Utf8JsonWriter CreateWriter() => new(new ArrayBufferWriter<byte>(), JsonDefaults.WriterOptions);
}
