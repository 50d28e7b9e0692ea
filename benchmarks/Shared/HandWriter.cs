using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace Items;

/// <summary>What a writer by hand is made of: one array that is large enough and a position.</summary>
internal ref struct HandWriter(Span<byte> bytes)
{
    private readonly Span<byte> _bytes = bytes;

    public int Length { get; private set; }

    public void Raw(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(_bytes[Length..]);
        Length += utf8.Length;
    }

    public void Number(long value)
    {
        Utf8Formatter.TryFormat(value, _bytes[Length..], out var written);
        Length += written;
    }

    public void Formatted<T>(T value, ReadOnlySpan<char> format = default) where T : IUtf8SpanFormattable
    {
        value.TryFormat(_bytes[Length..], out var written, format, CultureInfo.InvariantCulture);
        Length += written;
    }

    /// <summary>Knows that the text needs no escaping, as a writer by hand for known data may.</summary>
    public void Text(string? value)
    {
        if (value is null)
        {
            Raw("null"u8);
            return;
        }

        _bytes[Length++] = (byte)'"';
        Length += Encoding.UTF8.GetBytes(value, _bytes[Length..]);
        _bytes[Length++] = (byte)'"';
    }

    /// <summary>With the framework's encoder, which a writer by hand has for this.</summary>
    public void EscapedText(string value)
    {
        Span<byte> utf8 = stackalloc byte[256];
        var length = Encoding.UTF8.GetBytes(value, utf8);
        _bytes[Length++] = (byte)'"';
        JavaScriptEncoder.UnsafeRelaxedJsonEscaping.EncodeUtf8(utf8[..length], _bytes[Length..], out _, out var written);
        Length += written;
        _bytes[Length++] = (byte)'"';
    }

    public void Boolean(bool value) => Raw(value ? "true"u8 : "false"u8);
}
