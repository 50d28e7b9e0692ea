using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using Jero.Binding.Sequences;
using Jero.Generated;
using Microsoft.AspNetCore.Http;

namespace Jero.Binding;

/// <summary>
/// Reads a whole body by generated code if it is short and its JSON has the usual form. It consumes nothing of any other body, so that
/// the metadata can read that one from its start and report what is wrong.
/// </summary>
internal static class UsualBody
{
    /// <summary>The longest body that is held in memory for this, in bytes. Longer bodies are read as they come.</summary>
    public const int MaxLength = 256 * 1024;

    /// <summary>Returns whether the body is UTF-8 and is not known to be too long.</summary>
    public static bool IsPossible(HttpRequest request) => !(request.ContentLength > MaxLength)
        && (string.Equals(request.ContentType, "application/json", StringComparison.OrdinalIgnoreCase)
            || string.Equals(request.ContentType, "application/json; charset=utf-8", StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads the body. If the result is false, nothing of it is consumed.</summary>
    public static async ValueTask<(bool IsRead, T? Value)> TryReadAsync<T>(
        PipeReader body, TryReadJson<T> read, JsonSerializerOptions options, CancellationToken token)
    {
        while (true)
        {
            var result = await body.ReadAsync(token).ConfigureAwait(false);
            var bytes = result.Buffer;
            if (result.IsCanceled || result.IsCompleted || bytes.Length > MaxLength)
            {
                T? value = default;
                var isRead = !result.IsCanceled && bytes.Length <= MaxLength && TryRead(bytes, read, options, out value);
                body.AdvanceTo(isRead ? bytes.End : bytes.Start);
                return (isRead, value);
            }

            body.AdvanceTo(bytes.Start, bytes.End);
        }
    }

    // Generated code expects names and texts in one piece, but the blocks of a pipe may divide them.
    private static bool TryRead<T>(in ReadOnlySequence<byte> bytes, TryReadJson<T> read, JsonSerializerOptions options, out T value)
    {
        var usual = new UsualItems<T>(read, options);
        if (bytes.IsSingleSegment)
        {
            return usual.TryRead(bytes.FirstSpan, out value);
        }

        var length = (int)bytes.Length;
        var whole = ArrayPool<byte>.Shared.Rent(length);
        bytes.CopyTo(whole);
        var isRead = usual.TryRead(whole.AsSpan(0, length), out value);
        ArrayPool<byte>.Shared.Return(whole);
        return isRead;
    }
}
