using Microsoft.AspNetCore.Http;

namespace Jero.Streaming;

/// <summary>Releases the source of a response that is not sent.</summary>
internal sealed class UnsentSource(JeroStreamResponse response) : IAsyncDisposable
{
    /// <summary>
    /// Releases the source at the end of the request and not before: what is sent instead, by a filter for instance, may enclose the
    /// response and still send it.
    /// </summary>
    public static void ReleaseAtEnd(HttpContext http, JeroStreamResponse response) =>
        http.Response.RegisterForDisposeAsync(new UnsentSource(response));

    /// <summary>Releases the source now. Never throws.</summary>
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
