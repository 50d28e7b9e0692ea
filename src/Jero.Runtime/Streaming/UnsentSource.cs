using Microsoft.AspNetCore.Http;

namespace Jero.Streaming;

/// <summary>Lets go of the source of a response that is not sent.</summary>
internal sealed class UnsentSource(JeroStreamResponse response) : IAsyncDisposable
{
    /// <summary>
    /// When the request has ended, and not before: what is sent in place of the response, by a filter for instance, may enclose it and send
    /// it yet.
    /// </summary>
    public static void ReleaseAtEnd(HttpContext http, JeroStreamResponse response) =>
        http.Response.RegisterForDisposeAsync(new UnsentSource(response));

    /// <summary>Now. Never throws.</summary>
    public static async Task ReleaseAsync(JeroStreamResponse response, StreamSettings settings)
    {
        try
        {
            await response.DisposeUnsentAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            StreamLog.TeardownFailed(settings.Logger, settings.Route, "the source's disposal", exception);
        }
    }

    public ValueTask DisposeAsync() => response.DisposeUnsentAsync();
}
