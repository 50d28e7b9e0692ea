using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Jero.Client.Reading;

namespace Jero.Client.Reconnecting;

/// <summary>Sends the request of an event stream, once for each attempt.</summary>
internal sealed class Connector(HttpClient client, Func<HttpRequestMessage> createRequest, EventStreamOptions options)
{
    private static readonly HttpMethod Query = new("QUERY");

    public EventStreamOptions Options => options;

    /// <summary>Whether the last request may be sent again. GET and QUERY change nothing on the server.</summary>
    public bool IsRepeatable { get; private set; }

    /// <summary>Returns the response, whose body is an event stream; null if the server says that there is nothing more (204).</summary>
    /// <exception cref="ApiException">The server refuses the request.</exception>
    public async ValueTask<HttpResponseMessage?> ConnectAsync(string? lastEventId, CancellationToken cancellationToken)
    {
        using var request = createRequest();
        IsRepeatable = request.Method == HttpMethod.Get || request.Method == Query;
        if (request.Headers.Accept.Count == 0)
        {
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        }

        request.Headers.CacheControl ??= new CacheControlHeaderValue { NoStore = true };
        if (!string.IsNullOrEmpty(lastEventId))
        {
            request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
        }

        if (options.Prepare is { } prepare)
        {
            await prepare(request, cancellationToken).ConfigureAwait(false);
        }

        var response = await SendAsync(request, lastEventId, cancellationToken).ConfigureAwait(false);
        try
        {
            if (response.StatusCode == HttpStatusCode.NoContent)
            {
                response.Dispose();
                return null;
            }

            await ResponseCheck.EnsureSuccessAsync(response, cancellationToken).ConfigureAwait(false);
            await ResponseCheck.EnsureContentTypeAsync(response, "text/event-stream", cancellationToken).ConfigureAwait(false);
            ResponseCheck.EnsureUtf8(response.Content);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    // The standard allows ids of any text. An id that cannot be sent is not a network failure, which would be retried for ever.
    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string? lastEventId, CancellationToken cancellationToken)
    {
        try
        {
            return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError == HttpRequestError.Unknown && lastEventId is not null && !Ascii.IsValid(lastEventId))
        {
            throw new NotSupportedException(
                $"The last event's id '{lastEventId}' is not ASCII. HttpClient can send it only if its SocketsHttpHandler has a RequestHeaderEncodingSelector.",
                exception);
        }
    }

    /// <summary>Returns whether a refusal is temporary, so that the request may be answered later.</summary>
    public static bool IsPassing(Exception exception) => exception is ApiException api
        ? api.StatusCode is HttpStatusCode.RequestTimeout or (HttpStatusCode)425 or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError
        : exception is HttpRequestException or IOException;

    /// <summary>Returns how long a refusal asks to wait; null if it does not.</summary>
    public TimeSpan? RetryAfterOf(Exception? exception) => (exception as ApiException)?.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date - options.TimeProvider.GetUtcNow() is { } left && left > TimeSpan.Zero => left,
        _ => null,
    };
}
