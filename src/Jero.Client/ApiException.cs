using System.Net;
using System.Net.Http.Headers;

namespace Jero.Client;

/// <summary>The server answered with something else than what was asked for: another status than 2xx, or another content type.</summary>
public sealed class ApiException : HttpRequestException
{
    internal ApiException(string message, HttpStatusCode status, HttpResponseHeaders headers, ApiProblem? problem, string body)
        : base(message, inner: null, status)
    {
        Headers = headers;
        Problem = problem;
        Body = body;
    }

    /// <summary>The problem that the server described; null where it described none.</summary>
    public ApiProblem? Problem { get; }

    /// <summary>The response's headers.</summary>
    public HttpResponseHeaders Headers { get; }

    /// <summary>The beginning of the body as text, 64 KiB at most.</summary>
    public string Body { get; }
}
