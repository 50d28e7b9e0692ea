using System.Net;
using Jero;

namespace Cookbook;

[Endpoint("/downloads/{name}")]
public sealed partial class DownloadEndpoint(IHttpClientFactory clients)
{
    /// <summary>A file of another server, passed on as it arrives.</summary>
    public async Task<StreamingResponse> GetAsync(string name, CancellationToken token)
    {
        var origin = clients.CreateClient("origin");
        var file = await OpenAsync(origin, Uri.EscapeDataString(name), token);
        return new(await file.ReadAsStreamAsync(token))   // closed at the end, and when the client leaves
        {
            ContentType = file.Headers.ContentType?.ToString() ?? "application/octet-stream",
            RawHeaders = { ["Content-Disposition"] = file.Headers.ContentDisposition?.ToString() },
        };
    }

    private static async Task<HttpContent> OpenAsync(HttpClient origin, string path, CancellationToken token)
    {
        try
        {
            var response = await origin.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, token);
            if (response.IsSuccessStatusCode) return response.Content;
            response.Dispose();
            throw response.StatusCode == HttpStatusCode.NotFound
                ? new ProblemException(StatusCodes.Status404NotFound)
                : new ProblemException(StatusCodes.Status502BadGateway, $"The origin answered with {(int)response.StatusCode}.");
        }
        catch (HttpRequestException)
        {
            throw new ProblemException(StatusCodes.Status502BadGateway, "The origin cannot be reached.");
        }
    }
}
