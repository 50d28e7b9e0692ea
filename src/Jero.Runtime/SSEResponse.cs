using System.Net.ServerSentEvents;

namespace Jero;

/// <summary>
/// Streams server-sent events (<c>text/event-stream</c>) that carry text. The text is split into <c>data</c> lines at each CRLF, CR and LF.
/// </summary>
public sealed class SSEResponse : SSEResponse<string>
{
    /// <inheritdoc cref="SSEResponse{T}(IAsyncEnumerable{T})"/>
    public SSEResponse(IAsyncEnumerable<string> source) : base(source)
    {
    }

    /// <inheritdoc cref="SSEResponse{T}(IAsyncEnumerable{T})"/>
    public SSEResponse(IAsyncEnumerable<ServerSentEvent<string>> source) : base(source)
    {
    }

    /// <inheritdoc cref="SSEResponse{T}(IAsyncEnumerable{T})"/>
    public SSEResponse(IAsyncEnumerable<SseItem<string>> source) : base(source)
    {
    }

    /// <inheritdoc cref="SSEResponse{T}(IAsyncEnumerable{IAsyncEnumerable{T}})"/>
    public SSEResponse(IAsyncEnumerable<IAsyncEnumerable<string>> lifecycle) : base(lifecycle)
    {
    }

    /// <inheritdoc cref="SSEResponse{T}(IAsyncEnumerable{IAsyncEnumerable{T}})"/>
    public SSEResponse(IAsyncEnumerable<IAsyncEnumerable<ServerSentEvent<string>>> lifecycle) : base(lifecycle)
    {
    }

    /// <inheritdoc cref="SSEResponse{T}(IAsyncEnumerable{IAsyncEnumerable{T}})"/>
    public SSEResponse(IAsyncEnumerable<IAsyncEnumerable<SseItem<string>>> lifecycle) : base(lifecycle)
    {
    }
}
