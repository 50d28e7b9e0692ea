using System.Buffers.Text;
using System.ComponentModel;
using System.Text.Json;

#if JERO_CLIENT
namespace Jero.Client.Generated;
#else
namespace Jero.Generated;
#endif

/// <summary>
/// Reads numbers, booleans, dates, times and identifiers in their usual JSON form. It leaves numbers in strings to System.Text.Json.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BuiltInReader :
    IJsonReader<string>,
    IJsonReader<bool>,
    IJsonReader<sbyte>,
    IJsonReader<byte>,
    IJsonReader<short>,
    IJsonReader<ushort>,
    IJsonReader<int>,
    IJsonReader<uint>,
    IJsonReader<long>,
    IJsonReader<ulong>,
    IJsonReader<float>,
    IJsonReader<double>,
    IJsonReader<decimal>,
    IJsonReader<Guid>,
    IJsonReader<DateTime>,
    IJsonReader<DateTimeOffset>,
    IJsonReader<DateOnly>,
    IJsonReader<TimeOnly>,
    IJsonReader<TimeSpan>
{
    /// <inheritdoc />
    public bool TryRead(ref Utf8JsonReader reader, out string value)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            value = "";
            return false;
        }

        value = reader.GetString()!;
        return true;
    }

    /// <inheritdoc />
    public bool TryRead(ref Utf8JsonReader reader, out bool value)
    {
        value = reader.TokenType == JsonTokenType.True;
        return value || reader.TokenType == JsonTokenType.False;
    }

    /// <inheritdoc />
    public bool TryRead(ref Utf8JsonReader reader, out sbyte value)
    {
        value = default;
        return reader.TokenType == JsonTokenType.Number && reader.TryGetSByte(out value);
    }

    /// <inheritdoc />
    public bool TryRead(ref Utf8JsonReader reader, out byte value)
    {
        value = default;
        return reader.TokenType == JsonTokenType.Number && reader.TryGetByte(out value);
    }

    /// <inheritdoc />
    public bool TryRead(ref Utf8JsonReader reader, out short value)
    {
        value = default;
        return reader.TokenType == JsonTokenType.Number && reader.TryGetInt16(out value);
    }

    /// <inheritdoc />
    public bool TryRead(ref Utf8JsonReader reader, out ushort value)
    {
        value = default;
        return reader.TokenType == JsonTokenType.Number && reader.TryGetUInt16(out value);
    }

    /// <inheritdoc />
    public bool TryRead(ref Utf8JsonReader reader, out int value)
    {
        value = default;
        return reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out value);
    }

    /// <inheritdoc />
    public bool TryRead(ref Utf8JsonReader reader, out uint value)
    {
        value = default;
        return reader.TokenType == JsonTokenType.Number && reader.TryGetUInt32(out value);
    }

    /// <inheritdoc />
    public bool TryRead(ref Utf8JsonReader reader, out long value)
    {
        value = default;
        return reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out value);
    }

    /// <inheritdoc />
    public bool TryRead(ref Utf8JsonReader reader, out ulong value)
    {
        value = default;
        return reader.TokenType == JsonTokenType.Number && reader.TryGetUInt64(out value);
    }

    /// <inheritdoc />
    public bool TryRead(ref Utf8JsonReader reader, out decimal value)
    {
        value = default;
        return reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out value);
    }

    /// <inheritdoc />
    public bool TryRead(ref Utf8JsonReader reader, out float value)
    {
        value = default;
        return reader.TokenType == JsonTokenType.Number && reader.TryGetSingle(out value) && float.IsFinite(value);
    }

    /// <inheritdoc />
    public bool TryRead(ref Utf8JsonReader reader, out double value)
    {
        value = default;
        return reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out value) && double.IsFinite(value);
    }

    /// <inheritdoc />
    public bool TryRead(ref Utf8JsonReader reader, out Guid value)
    {
        value = default;
        return reader.TokenType == JsonTokenType.String && reader.TryGetGuid(out value);
    }

    /// <inheritdoc />
    public bool TryRead(ref Utf8JsonReader reader, out DateTime value)
    {
        value = default;
        return reader.TokenType == JsonTokenType.String && reader.TryGetDateTime(out value);
    }

    /// <inheritdoc />
    public bool TryRead(ref Utf8JsonReader reader, out DateTimeOffset value)
    {
        value = default;
        return reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out value);
    }

    /// <inheritdoc />
    public bool TryRead(ref Utf8JsonReader reader, out DateOnly value)
    {
        value = default;
        if (!IsPlainText(ref reader) || reader.ValueSpan.Length != "yyyy-MM-dd".Length || !reader.TryGetDateTime(out var day))
        {
            return false;
        }

        value = DateOnly.FromDateTime(day);
        return true;
    }

    /// <inheritdoc />
    public bool TryRead(ref Utf8JsonReader reader, out TimeOnly value)
    {
        value = default;
        // Checks for a colon at that place, because a time has no days and no sign.
        if (!IsPlainText(ref reader) || reader.ValueSpan.Length < "hh:mm:ss".Length || reader.ValueSpan[2] != ':' || !TryRead(ref reader, out TimeSpan sinceMidnight)
            || sinceMidnight < TimeSpan.Zero || sinceMidnight >= TimeSpan.FromDays(1))
        {
            return false;
        }

        value = TimeOnly.FromTimeSpan(sinceMidnight);
        return true;
    }

    /// <inheritdoc />
    public bool TryRead(ref Utf8JsonReader reader, out TimeSpan value)
    {
        value = default;
        // The parser would accept white space before the value.
        return IsPlainText(ref reader) && reader.ValueSpan is [(>= (byte)'0' and <= (byte)'9') or (byte)'-', ..]
            && Utf8Parser.TryParse(reader.ValueSpan, out value, out var length, 'c') && length == reader.ValueSpan.Length;
    }

    private static bool IsPlainText(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped && !reader.HasValueSequence;
}
