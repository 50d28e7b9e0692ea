using System.IO.Pipelines;

namespace Jero;

/// <summary>Streams bytes, chunk by chunk as the source yields them, with typed headers.</summary>
/// <typeparam name="THeaders">A record or class whose properties are the headers.</typeparam>
public sealed class StreamingResponse<THeaders> : StreamingResponse
{
    /// <inheritdoc cref="StreamingResponse(IAsyncEnumerable{ReadOnlyMemory{byte}})"/>
    public StreamingResponse(IAsyncEnumerable<ReadOnlyMemory<byte>> source) : base(source)
    {
    }

    /// <inheritdoc cref="StreamingResponse(IAsyncEnumerable{ReadOnlyMemory{byte}})"/>
    public StreamingResponse(IAsyncEnumerable<byte[]> source) : base(source)
    {
    }

    /// <inheritdoc cref="StreamingResponse(IAsyncEnumerable{IAsyncEnumerable{ReadOnlyMemory{byte}}})"/>
    public StreamingResponse(IAsyncEnumerable<IAsyncEnumerable<ReadOnlyMemory<byte>>> lifecycle) : base(lifecycle)
    {
    }

    /// <inheritdoc cref="StreamingResponse(IAsyncEnumerable{IAsyncEnumerable{ReadOnlyMemory{byte}}})"/>
    public StreamingResponse(IAsyncEnumerable<IAsyncEnumerable<byte[]>> lifecycle) : base(lifecycle)
    {
    }

    /// <inheritdoc cref="StreamingResponse(Stream)"/>
    public StreamingResponse(Stream source) : base(source)
    {
    }

    /// <inheritdoc cref="StreamingResponse(PipeReader)"/>
    public StreamingResponse(PipeReader source) : base(source)
    {
    }

    /// <summary>Gets the typed headers. A property that is null sends no header.</summary>
    public required THeaders Headers { get; init; }

    internal override (object? Value, Type? Type) DeclaredHeaders => (Headers, typeof(THeaders));
}
