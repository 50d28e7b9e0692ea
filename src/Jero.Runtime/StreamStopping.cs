using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace Jero;

/// <summary>
/// Tells the source of a stream why the stream must stop. A handler takes it as a parameter and hands it to its source. The source reads
/// <see cref="Reason"/> once its token has fired; a lifecycle reads it after its <c>yield return</c>. Thread-safe.
/// </summary>
/// <remarks>
/// An event stream whose handler takes this parameter may send last events: after <see cref="StopReason.ServerStopping"/>,
/// <see cref="StopReason.MaximumDuration"/> or <see cref="StopReason.Stopped"/>, whatever its source yields within
/// <see cref="JeroOptions.SourceStopTimeout"/> is sent before the body ends. Without the parameter the body ends at the moment of the stop.
/// </remarks>
public sealed class StreamStopping : IBindableFromHttpContext<StreamStopping>
{
    private int _reason;

    /// <summary>
    /// Gets or sets what has ended the stream, or is about to. It is <see cref="StopReason.None"/> while the stream runs. Jero sets it
    /// before the token of the source fires. Set it to test a source without a server.
    /// </summary>
    public StopReason Reason
    {
        get => (StopReason)Volatile.Read(ref _reason);
        init => _reason = (int)value;
    }

    /// <summary>Gets the one instance for a request. The stream that answers the request sets its reason.</summary>
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
