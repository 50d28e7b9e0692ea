using Microsoft.AspNetCore.Http;

namespace Jero;

/// <summary>
/// Represents what a handler answers a request with. Create one for each request: a response is sent once, and its members must not be
/// shared between requests.
/// </summary>
public abstract class JeroResponse : IResult, IStatusCodeHttpResult
{
    private protected JeroResponse()
    {
    }

    /// <summary>
    /// Gets the HTTP status. Null, the default, keeps what the request's pipeline has set, which is 200 unless something changed it.
    /// </summary>
    public int? StatusCode { get; init; }

    /// <summary>
    /// Gets headers that are set after all others. A header may have several values. A header here replaces a typed or built-in header of
    /// the same name, including Content-Type. Content-Length and Transfer-Encoding are dropped, because the server sets them. If a value
    /// contains a CR, an LF or a NUL, sending throws an <see cref="InvalidOperationException"/> before anything is sent.
    /// </summary>
    public HeaderDictionary RawHeaders
    {
        get => SetHeaders ??= [];
        init => SetHeaders = value;
    }

    /// <summary>The raw headers, or null. Most responses have none, so the dictionary is only created when it is asked for.</summary>
    internal HeaderDictionary? SetHeaders { get; private set; }

    /// <summary>
    /// Sends the response from a minimal-API endpoint. JSON is written by the <c>JsonTypeInfo</c> that the app's <c>JsonOptions</c>
    /// resolve.
    /// </summary>
    /// <param name="httpContext">The request to answer.</param>
    /// <returns>A task that completes when the response has ended.</returns>
    /// <exception cref="InvalidOperationException">
    /// The app's JSON options do not resolve a type, or a header or the status cannot be sent.
    /// </exception>
    public abstract Task ExecuteAsync(HttpContext httpContext);

    /// <summary>The typed headers, if there are any, and the type that they are declared as.</summary>
    internal virtual (object? Value, Type? Type) DeclaredHeaders => default;
}
