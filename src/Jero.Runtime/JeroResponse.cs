using Microsoft.AspNetCore.Http;

namespace Jero;

/// <summary>
/// What every response carries. A response is made for one request and sent once; its members are not meant to be shared between
/// requests.
/// </summary>
public abstract class JeroResponse : IResult, IStatusCodeHttpResult
{
    private protected JeroResponse()
    {
    }

    /// <summary>The HTTP status; null leaves what the request's pipeline has set, which is 200 unless something changed it.</summary>
    public int? StatusCode { get; init; }

    /// <summary>
    /// Headers that are sent last. Repeats are kept. One of the name of a typed or built-in header replaces it, Content-Type too;
    /// Content-Length and Transfer-Encoding are dropped, since the server sets them. A value with CR, LF or NUL is refused with an
    /// <see cref="InvalidOperationException"/> before anything is sent.
    /// </summary>
    public HeaderDictionary RawHeaders
    {
        get => SetHeaders ??= [];
        init => SetHeaders = value;
    }

    /// <summary>The raw headers, where there are any: most responses have none.</summary>
    internal HeaderDictionary? SetHeaders { get; private set; }

    /// <summary>
    /// Sends the response from a minimal-API endpoint, where JSON is written by the <c>JsonTypeInfo</c> that the app's
    /// <c>JsonOptions</c> resolve.
    /// </summary>
    /// <param name="httpContext">The request to answer.</param>
    /// <returns>A task that ends with the response.</returns>
    /// <exception cref="InvalidOperationException">The app's JSON options do not know a type, or a header or the status cannot be sent.</exception>
    public abstract Task ExecuteAsync(HttpContext httpContext);

    /// <summary>The typed headers, where there are any, and the type that they are declared as.</summary>
    internal virtual (object? Value, Type? Type) DeclaredHeaders => default;
}
