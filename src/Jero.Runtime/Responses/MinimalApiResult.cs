using Jero.Problems;
using Microsoft.AspNetCore.Http;

namespace Jero.Responses;

/// <summary>A response as the result of a minimal API: what the generated endpoint does around it is done here.</summary>
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

    private static async Task SendAsync<TResponse>(HttpContext http, TResponse response, Func<HttpContext, TResponse, Task> send)
        where TResponse : JeroResponse
    {
        Task sending;
        try
        {
            sending = send(http, response);
        }
        catch (Exception) when (response is JeroStreamResponse)
        {
            // The app's JSON options do not know a type: nobody will enumerate the source.
            await ((JeroStreamResponse)(JeroResponse)response).DisposeUnsentAsync().ConfigureAwait(false);
            throw;
        }

        await sending.ConfigureAwait(false);
    }
}
