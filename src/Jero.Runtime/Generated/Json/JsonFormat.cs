using System.Buffers.Text;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Jero.Generated;

/// <summary>
/// Appends JSON values to a <see cref="BatchBuffer"/>, byte for byte as System.Text.Json writes them under ASP.NET Core's HTTP
/// JSON defaults (compact, <see cref="System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping"/>).
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class JsonFormat
{
    /// <summary>Appends <c>null</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteNull(BatchBuffer buffer) => buffer.Write("null"u8);

    /// <summary>Appends <c>true</c> or <c>false</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(BatchBuffer buffer, bool value)
    {
        if (value)
        {
            buffer.Write("true"u8);
        }
        else
        {
            buffer.Write("false"u8);
        }
    }

    /// <summary>Appends a string literal, or <c>null</c>. Lone surrogates become <c>\uFFFD</c>.</summary>
    public static void Write(BatchBuffer buffer, string? value)
    {
        if (value is null)
        {
            WriteNull(buffer);
        }
        else
        {
            WriteString(buffer, value);
        }
    }

    /// <summary>Appends a string literal of one character; a surrogate becomes <c>\uFFFD</c>.</summary>
    public static void Write(BatchBuffer buffer, char value) => WriteString(buffer, new ReadOnlySpan<char>(in value));

    /// <summary>Appends the original string of the URI, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, Uri? value) => Write(buffer, value?.OriginalString);

    /// <summary>Appends two to four numbers as a string literal, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, Version? value)
    {
        const int MaxLength = 4 * 10 + 3;
        if (value is null)
        {
            WriteNull(buffer);
        }
        else
        {
            WriteQuoted(buffer, value, MaxLength);
        }
    }

    /// <summary>Appends a string literal of 32 hexadecimal digits in five groups.</summary>
    public static void Write(BatchBuffer buffer, Guid value) => WriteQuoted(buffer, value, maxLength: 36);

    /// <summary>Appends base64 as a string literal, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, byte[]? value)
    {
        if (value is null)
        {
            WriteNull(buffer);
        }
        else
        {
            WriteBase64(buffer, value);
        }
    }

    /// <summary>Appends base64 as a string literal.</summary>
    public static void Write(BatchBuffer buffer, Memory<byte> value) => WriteBase64(buffer, value.Span);

    /// <summary>Appends base64 as a string literal.</summary>
    public static void Write(BatchBuffer buffer, ReadOnlyMemory<byte> value) => WriteBase64(buffer, value.Span);

    /// <summary>
    /// Appends what System.Text.Json writes by <paramref name="typeInfo"/>, for values with a converter. The result is one line: a
    /// converter may pass on stored JSON as it is, and its line breaks would end the item or the event.
    /// </summary>
    public static void Write<T>(BatchBuffer buffer, T? value, JsonTypeInfo<T> typeInfo)
    {
        var start = buffer.Length;
        var writer = buffer.RestartJsonWriter();
        JsonSerializer.Serialize(writer, value!, typeInfo);
        writer.Flush();
        buffer.BlankLineBreaks(start);
    }

    /// <summary>Returns whether a value is left out under <c>JsonIgnoreCondition.WhenWritingDefault</c>.</summary>
    public static bool IsDefault<T>(T value) => EqualityComparer<T>.Default.Equals(value, default);

    private static void WriteBase64(BatchBuffer buffer, ReadOnlySpan<byte> bytes)
    {
        var target = OpenQuoted(buffer, Base64.GetMaxEncodedToUtf8Length(bytes.Length));
        Base64.EncodeToUtf8(bytes, target[1..], out _, out var written);
        CloseQuoted(buffer, target, written);
    }

    /// <summary>Appends a value whose text needs no escaping between quotation marks.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void WriteQuoted<T>(BatchBuffer buffer, T value, int maxLength, ReadOnlySpan<char> format = default)
        where T : IUtf8SpanFormattable
    {
        var target = OpenQuoted(buffer, maxLength);
        if (!value.TryFormat(target[1..], out var written, format, CultureInfo.InvariantCulture))
        {
            ThrowTooLong<T>();
        }

        CloseQuoted(buffer, target, written);
    }

    /// <summary>Writes a quotation mark and returns room for <paramref name="maxLength"/> bytes and another quotation mark.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Span<byte> OpenQuoted(BatchBuffer buffer, int maxLength)
    {
        var target = buffer.Reserve(maxLength + 2);
        target[0] = (byte)'"';
        return target;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CloseQuoted(BatchBuffer buffer, Span<byte> target, int written)
    {
        target[written + 1] = (byte)'"';
        buffer.Count(written + 2);
    }

    [DoesNotReturn]
    private static void ThrowTooLong<T>() => throw new FormatException($"{typeof(T)} is longer than its longest form.");
}
