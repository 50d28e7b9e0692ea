using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Jero.Client.Reading;

namespace Jero.Client.Generated;

/// <content>How the answer is read.</content>
public sealed partial class ApiRequest
{
    /// <summary>Sends it; the body of the answer is not read.</summary>
    /// <param name="http">Sends the request.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ApiException">The status is not 2xx.</exception>
    public async Task SendAsync(HttpClient http, CancellationToken cancellationToken)
    {
        using var response = await AnswerAsync(http, accept: null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>One JSON value.</summary>
    /// <typeparam name="T">The value.</typeparam>
    /// <param name="http">Sends the request.</param>
    /// <param name="accept">The media type to ask for.</param>
    /// <param name="typeInfo">How it is read.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The value; the default where the body is empty and null is one of its values.</returns>
    /// <exception cref="ApiException">The status is not 2xx, or the body no JSON.</exception>
    public async Task<T> SendAsync<T>(HttpClient http, string accept, JsonTypeInfo<T> typeInfo, CancellationToken cancellationToken)
    {
        using var response = await AnswerAsync(http, accept, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode == System.Net.HttpStatusCode.NoContent && default(T) is null)
        {
            return default!;
        }

        await ResponseCheck.EnsureJsonAsync(response, accept, cancellationToken).ConfigureAwait(false);
        var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
        {
            return (await JsonSerializer.DeserializeAsync(body, typeInfo, cancellationToken).ConfigureAwait(false))!;
        }
    }

    /// <summary>The body as text.</summary>
    /// <param name="http">Sends the request.</param>
    /// <param name="accept">The media type to ask for.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ApiException">The status is not 2xx.</exception>
    public async Task<string> SendForTextAsync(HttpClient http, string accept, CancellationToken cancellationToken)
    {
        using var response = await AnswerAsync(http, accept, cancellationToken).ConfigureAwait(false);
        return await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The body as it comes.</summary>
    /// <param name="http">Sends the request.</param>
    /// <param name="accept">The media type to ask for.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>A stream that lets go of the connection when it is disposed.</returns>
    /// <exception cref="ApiException">The status is not 2xx.</exception>
    public async Task<Stream> SendForBytesAsync(HttpClient http, string accept, CancellationToken cancellationToken)
    {
        var response = await AnswerAsync(http, accept, cancellationToken).ConfigureAwait(false);
        // The stream of a response holds the connection, and the response nothing besides.
        return await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Items as they come.</summary>
    /// <typeparam name="T">The item.</typeparam>
    /// <param name="http">Sends the request, anew for each enumeration.</param>
    /// <param name="accept">The media type to ask for.</param>
    /// <param name="typeInfo">How an item is read.</param>
    /// <param name="options">The limits.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public IAsyncEnumerable<T> SendForItemsAsync<T>(
        HttpClient http, string accept, JsonTypeInfo<T> typeInfo, StreamOptions? options, CancellationToken cancellationToken) =>
        http.SendForItemsAsync(() => Create(http, accept), typeInfo, options, cancellationToken);

    /// <summary>Items as they come, most of them by a reader of their own.</summary>
    /// <typeparam name="T">The item.</typeparam>
    /// <typeparam name="TReader">Reads one in its usual form.</typeparam>
    /// <param name="http">Sends the request, anew for each enumeration.</param>
    /// <param name="accept">The media type to ask for.</param>
    /// <param name="typeInfo">How any other item is read.</param>
    /// <param name="options">The limits.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public IAsyncEnumerable<T> SendForItemsAsync<T, TReader>(
        HttpClient http, string accept, JsonTypeInfo<T> typeInfo, StreamOptions? options, CancellationToken cancellationToken)
        where TReader : struct, IJsonReader<T> =>
        http.SendForItemsAsync(() => Create(http, accept), typeInfo, default(TReader).TryRead, options, cancellationToken);

    /// <summary>Events whose data is JSON, most of it by a reader of its own. One with empty data is skipped.</summary>
    /// <typeparam name="T">The data.</typeparam>
    /// <typeparam name="TReader">Reads it in its usual form.</typeparam>
    /// <param name="http">Sends the requests.</param>
    /// <param name="typeInfo">How any other data is read.</param>
    /// <param name="lastEventId">What the stream goes on after; null takes that of the options.</param>
    /// <param name="options">How the stream reconnects.</param>
    public EventStream<T> SendForEvents<T, TReader>(HttpClient http, JsonTypeInfo<T> typeInfo, string? lastEventId, EventStreamOptions? options)
        where TReader : struct, IJsonReader<T> =>
        SendForEvents(http, ApiEvents.Json<T, TReader>(typeInfo), lastEventId, options);

    /// <summary>Events whose data is JSON. One with empty data has none, and is skipped: such as a keepalive.</summary>
    /// <typeparam name="T">The data.</typeparam>
    /// <param name="http">Sends the requests.</param>
    /// <param name="typeInfo">How the data is read.</param>
    /// <param name="lastEventId">What the stream goes on after; null takes that of the options.</param>
    /// <param name="options">How the stream reconnects.</param>
    public EventStream<T> SendForEvents<T>(HttpClient http, JsonTypeInfo<T> typeInfo, string? lastEventId, EventStreamOptions? options) =>
        SendForEvents(http, ApiEvents.Json(typeInfo), lastEventId, options);

    /// <summary>Events whose data is text.</summary>
    /// <param name="http">Sends the requests.</param>
    /// <param name="lastEventId">What the stream goes on after; null takes that of the options.</param>
    /// <param name="options">How the stream reconnects.</param>
    public EventStream<string> SendForTextEvents(HttpClient http, string? lastEventId, EventStreamOptions? options) =>
        SendForEvents<string>(http, EventData.Text, lastEventId, options);

    /// <summary>Events whose data depends on their names.</summary>
    /// <typeparam name="T">The data.</typeparam>
    /// <param name="http">Sends the requests.</param>
    /// <param name="read">Reads the data.</param>
    /// <param name="lastEventId">What the stream goes on after; null takes that of the options.</param>
    /// <param name="options">How the stream reconnects.</param>
    public EventStream<T> SendForEvents<T>(HttpClient http, EventReader<T> read, string? lastEventId, EventStreamOptions? options) =>
        http.SendForEvents(() => Create(http, accept: null), read, EventStreamOptions.After(lastEventId, options));

    private async Task<HttpResponseMessage> AnswerAsync(HttpClient http, string? accept, CancellationToken cancellationToken)
    {
        using var request = Create(http, accept);
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        try
        {
            await ResponseCheck.EnsureSuccessAsync(response, cancellationToken).ConfigureAwait(false);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
