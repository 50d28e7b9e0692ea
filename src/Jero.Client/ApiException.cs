using System.Net;
using System.Net.Http.Headers;

namespace Jero.Client;

/// <summary>Thrown when the server did not answer as asked: the status is not 2xx, or the content type is another one.</summary>
public sealed class ApiException : HttpRequestException
{
    internal ApiException(string message, HttpStatusCode status, HttpResponseHeaders headers, ApiProblem? problem, string body)
        : base(message, inner: null, status)
    {
        Headers = headers;
        Problem = problem;
        Body = body;
    }

    /// <summary>Gets the problem that the server described; null if it described none.</summary>
    public ApiProblem? Problem { get; }

    /// <summary>Gets the headers of the response.</summary>
    public HttpResponseHeaders Headers { get; }

    /// <summary>Gets the beginning of the body as text, at most 64 KiB.</summary>
    public string Body { get; }
}
