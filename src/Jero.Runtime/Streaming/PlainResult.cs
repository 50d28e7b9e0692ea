using Jero.Binding;
using Microsoft.AspNetCore.Http;

namespace Jero.Streaming;

/// <summary>A response as a plain minimal-API result: what the generated endpoint does around it is done here.</summary>
internal static class PlainResult
{
    public static async Task RunAsync<TResponse>(HttpContext http, TResponse response, Func<HttpContext, TResponse, Task> send)
        where TResponse : JeroResponse
    {
        ArgumentNullException.ThrowIfNull(http);
        try
        {
            await send(http, response).ConfigureAwait(false);
        }
        catch (ProblemException exception) when (!http.Response.HasStarted)
        {
            await ProblemWriter.WriteAsync(http, exception.Problem).ConfigureAwait(false);
        }
    }
}
