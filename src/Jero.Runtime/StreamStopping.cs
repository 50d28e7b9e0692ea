using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace Jero;

/// <summary>
/// Why a stream is to stop, for the source that streams it. A handler takes it as a parameter and hands it to its source; the source reads
/// <see cref="Reason"/> once its token has fired, and its lifecycle behind the <c>yield return</c>. An event stream whose handler takes it
/// may say last words: what its source yields within <see cref="JeroOptions.SourceStopTimeout"/> after
/// <see cref="StopReason.ServerStopping"/>, <see cref="StopReason.MaximumDuration"/> or <see cref="StopReason.Stopped"/> is sent, and then the
/// body ends. Without it the body ends at that moment. Thread-safe.
/// </summary>
public sealed class StreamStopping : IBindableFromHttpContext<StreamStopping>
{
    private int _reason;

    /// <summary>
    /// What ended the stream, or is about to; <see cref="StopReason.None"/> as long as nothing does. It is set before the token of the source
    /// fires. Set it to test a source without a server.
    /// </summary>
    public StopReason Reason
    {
        get => (StopReason)Volatile.Read(ref _reason);
        init => _reason = (int)value;
    }

    /// <summary>The one of the request, which the stream that answers it will set.</summary>
    /// <param name="http">The request.</param>
    public static StreamStopping Of(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (http.Features.Get<StreamStopping>() is { } taken)
        {
            return taken;
        }

        var stopping = new StreamStopping();
        http.Features.Set(stopping);
        return stopping;
    }

    static ValueTask<StreamStopping?> IBindableFromHttpContext<StreamStopping>.BindAsync(HttpContext context, ParameterInfo parameter) =>
        new(Of(context));

    internal void Set(StopReason reason) => Volatile.Write(ref _reason, (int)reason);
}
