namespace Jero;

/// <summary>Bytes, buffered, with typed headers.</summary>
/// <typeparam name="THeaders">A record or class whose properties are the headers.</typeparam>
/// <param name="content">The bytes; they must stay as they are until the response is sent.</param>
public sealed class BytesResponse<THeaders>(ReadOnlyMemory<byte> content) : BytesResponse(content)
{
    /// <summary>The typed headers; a null property is left out.</summary>
    public required THeaders Headers { get; init; }

    internal override (object? Value, Type? Type) DeclaredHeaders => (Headers, typeof(THeaders));
}
