using Microsoft.AspNetCore.Http;

namespace Jero;

/// <summary>
/// Observes every stream of an app. Register one or more observers in the services, as singletons. Jero calls them once for each flush and
/// each wait, never for each item.
/// </summary>
/// <remarks>
/// The calls for one stream come in order, one at a time. Calls for different streams come concurrently, so an implementation must be
/// thread-safe. A call holds up its stream, so return soon. An exception from a call does not affect the stream: Jero logs it under
/// <c>Jero.Streaming.*</c>, once for each observer. Every member does nothing by default, and later versions may add members.
/// </remarks>
public interface IStreamObserver
{
    /// <summary>
    /// Chooses who observes one stream. Jero calls it once for each stream, before <see cref="Opened"/>. An observer that keeps state for
    /// each stream can return an object with that state here, so that it does not have to look the state up in every call.
    /// </summary>
    /// <param name="stream">The stream.</param>
    /// <param name="http">The request. Do not use it after <see cref="Ended"/>.</param>
    /// <returns>
    /// The observer that gets all other calls for this stream, or null if none is needed. Unless overridden, it is this observer. Jero does
    /// not call <see cref="Follow"/> of the returned observer.
    /// </returns>
    IStreamObserver? Follow(StreamInfo stream, HttpContext http) => this;

    /// <summary>Called when a handler has returned a stream and its set-up begins. A HEAD request opens no stream.</summary>
    /// <param name="stream">The stream. Every later call for it gets the same object.</param>
    /// <param name="http">The request. Do not use it after <see cref="Ended"/>.</param>
    void Opened(StreamInfo stream, HttpContext http)
    {
    }

    /// <summary>Called when the response begins: its headers are on their way or go out with the first flush.</summary>
    /// <param name="stream">The stream.</param>
    void Began(StreamInfo stream)
    {
    }

    /// <summary>Called when the stream waits. One wait may be reported more than once. It is over when the next call comes.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="wait">What the stream waits for.</param>
    void Waiting(StreamInfo stream, StreamWait wait)
    {
    }

    /// <summary>
    /// Called when the server has accepted what had gathered for the client. That may also be a keepalive, which is not an item.
    /// </summary>
    /// <param name="stream">The stream.</param>
    /// <param name="items">
    /// The number of items in this flush. It is 0 for a keepalive, and for every part but the first of a chunk of bytes that is sent in
    /// several parts.
    /// </param>
    /// <param name="bytes">The number of body bytes in this flush.</param>
    void Flushed(StreamInfo stream, long items, long bytes)
    {
    }

    /// <summary>
    /// Called when the source's enumerator and the lifecycle are disposed. This call comes before <see cref="Ended"/>, with one exception:
    /// if the host stopped without waiting for the source (see <see cref="JeroOptions.SourceStopTimeout"/>), it comes after
    /// <see cref="Ended"/>, at the same time, or never.
    /// </summary>
    /// <param name="stream">The stream.</param>
    void Released(StreamInfo stream)
    {
    }

    /// <summary>Called when the stream is over, exactly once for each stream that was opened.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="reason">What ended the stream.</param>
    /// <param name="fault">The exception, if <paramref name="reason"/> is <see cref="StopReason.SourceFaulted"/>; otherwise null.</param>
    void Ended(StreamInfo stream, StopReason reason, Exception? fault)
    {
    }
}
