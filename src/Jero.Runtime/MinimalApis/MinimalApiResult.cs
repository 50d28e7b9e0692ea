using Jero.Problems;
using Jero.Streaming;
using Microsoft.AspNetCore.Http;

namespace Jero.MinimalApis;

/// <summary>Executes a response as the result of a minimal API: it does what a generated endpoint does around a response.</summary>
internal static class MinimalApiResult
{
    public static async Task RunAsync<TResponse>(HttpContext http, TResponse response, Func<HttpContext, TResponse, Task> send)
        where TResponse : JeroResponse
    {
        ArgumentNullException.ThrowIfNull(http);
        try
        {
            await SendAsync(http, response, send).ConfigureAwait(false);
        }
        catch (ProblemException exception) when (!http.Response.HasStarted)
        {
            await ProblemWriter.WriteAsync(http, exception.Problem).ConfigureAwait(false);
        }
    }

    private static Task SendAsync<TResponse>(HttpContext http, TResponse response, Func<HttpContext, TResponse, Task> send)
        where TResponse : JeroResponse
    {
        try
        {
            return send(http, response);
        }
        catch when (response is JeroStreamResponse stream)
        {
            // The app's JSON options have no metadata for a type, so nobody will enumerate the source.
            UnsentSource.ReleaseAtEnd(http, stream);
            throw;
        }
    }
}
