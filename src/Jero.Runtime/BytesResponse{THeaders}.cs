namespace Jero;

/// <summary>Sends bytes that are in memory, with typed headers.</summary>
/// <typeparam name="THeaders">A record or class whose properties are the headers.</typeparam>
/// <param name="content">The bytes. Do not change them until the response is sent.</param>
public sealed class BytesResponse<THeaders>(ReadOnlyMemory<byte> content) : BytesResponse(content)
{
    /// <summary>Gets the typed headers. A property that is null sends no header.</summary>
    public required THeaders Headers { get; init; }

    internal override (object? Value, Type? Type) DeclaredHeaders => (Headers, typeof(THeaders));
}
