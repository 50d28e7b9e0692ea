using Microsoft.AspNetCore.Http;

namespace Jero;

/// <summary>
/// Is told what happens to every stream of an app: register one or several in the services, as singletons. Without one nothing is called;
/// with one, a call a flush and a wait, never a call an item.
/// </summary>
/// <remarks>
/// The calls for one stream come in order, one at a time. Those for several streams come at once, so an implementation has to be
/// thread-safe. They come on the threads of the stream and hold it up: return soon. What a call throws costs the stream nothing: it is
/// logged, once for each observer, under <c>Jero.Streaming.*</c>. Every member does nothing by default, and later versions may add others.
/// </remarks>
public interface IStreamObserver
{
    /// <summary>
    /// Chooses who is told of one stream, ahead of every other call for it. An observer that keeps something of each stream returns an
    /// object of its own for it here, and need not look that up at each call.
    /// </summary>
    /// <param name="stream">The stream.</param>
    /// <param name="http">Its request, which must not be used after <see cref="Ended"/>.</param>
    /// <returns>Who is told: this observer unless overridden, another one, or null for nobody. What it says to this call is not asked.</returns>
    IStreamObserver? Follow(StreamInfo stream, HttpContext http) => this;

    /// <summary>The handler has returned a stream, and its set-up begins. A request of HEAD opens none.</summary>
    /// <param name="stream">The stream, the same object in every call.</param>
    /// <param name="http">Its request, which must not be used after <see cref="Ended"/>.</param>
    void Opened(StreamInfo stream, HttpContext http)
    {
    }

    /// <summary>The response begins: its headers are on their way, or go with the first flush.</summary>
    /// <param name="stream">The stream.</param>
    void Began(StreamInfo stream)
    {
    }

    /// <summary>The stream waits. One wait may be told more than once, and it ends with the next call.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="wait">Whom it waits for.</param>
    void Waiting(StreamInfo stream, StreamWait wait)
    {
    }

    /// <summary>The server has taken what had gathered; a keepalive too, which is no item.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="items">
    /// The items of this flush; 0 for a keepalive and for what follows the first part of a large chunk of bytes.
    /// </param>
    /// <param name="bytes">The body bytes of this flush.</param>
    void Flushed(StreamInfo stream, long items, long bytes)
    {
    }

    /// <summary>
    /// The source's enumerator and the lifecycle are disposed. This comes before <see cref="Ended"/>, unless the host stopped and did not
    /// wait for the source (<see cref="JeroOptions.SourceStopTimeout"/>): then after it, at the same time as it, or never.
    /// </summary>
    /// <param name="stream">The stream.</param>
    void Released(StreamInfo stream)
    {
    }

    /// <summary>The stream is over. Called once for each that was opened.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="reason">What ended it.</param>
    /// <param name="fault">What was thrown, where <paramref name="reason"/> is <see cref="StopReason.SourceFaulted"/>; else null.</param>
    void Ended(StreamInfo stream, StopReason reason, Exception? fault)
    {
    }
}
