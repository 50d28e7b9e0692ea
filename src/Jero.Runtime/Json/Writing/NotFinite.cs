using System.Buffers;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Jero.Json.Writing;

/// <summary>Rejects NaN and the infinities with the same exception as System.Text.Json, by letting it write the number.</summary>
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

    /// <summary>System.Text.Json writes Half as raw text, so the failure is one of malformed JSON.</summary>
    [DoesNotReturn]
    public static void Throw(Half value)
    {
        using var writer = CreateWriter();
        writer.WriteRawValue(value.ToString(CultureInfo.InvariantCulture));
        throw new UnreachableException();
    }

    private static Utf8JsonWriter CreateWriter() => new(new ArrayBufferWriter<byte>(), JsonDefaults.WriterOptions);
}
