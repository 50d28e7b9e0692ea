using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Jero.Client.Reading;

namespace Jero.Client.Generated;

/// <content>Sends the request and reads its answer.</content>
public sealed partial class ApiRequest
{
    /// <summary>Sends the request and does not read the body of the answer.</summary>
    /// <param name="http">The client that sends the request.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ApiException">The status is not 2xx.</exception>
    public async Task SendAsync(HttpClient http, CancellationToken cancellationToken)
    {
        using var response = await AnswerAsync(http, accept: null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends the request and reads one JSON value.</summary>
    /// <typeparam name="T">The value.</typeparam>
    /// <param name="http">The client that sends the request.</param>
    /// <param name="accept">The media type to ask for.</param>
    /// <param name="typeInfo">The metadata to read the value with.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The value. If the body is empty and the value may be null, it is the default.</returns>
    /// <exception cref="ApiException">The status is not 2xx, or the body is not JSON.</exception>
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

    /// <summary>Sends the request and reads the body as text.</summary>
    /// <param name="http">The client that sends the request.</param>
    /// <param name="accept">The media type to ask for.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ApiException">The status is not 2xx.</exception>
    public async Task<string> SendForTextAsync(HttpClient http, string accept, CancellationToken cancellationToken)
    {
        using var response = await AnswerAsync(http, accept, cancellationToken).ConfigureAwait(false);
        return await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends the request and returns the body as it comes.</summary>
    /// <param name="http">The client that sends the request.</param>
    /// <param name="accept">The media type to ask for.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>A stream that releases the connection when it is disposed.</returns>
    /// <exception cref="ApiException">The status is not 2xx.</exception>
    public async Task<Stream> SendForBytesAsync(HttpClient http, string accept, CancellationToken cancellationToken)
    {
        var response = await AnswerAsync(http, accept, cancellationToken).ConfigureAwait(false);
        // The stream of a response holds the connection. The response itself holds nothing else.
        return await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends the request and reads items as they come.</summary>
    /// <typeparam name="T">The item.</typeparam>
    /// <param name="http">The client that sends the request, once for each enumeration.</param>
    /// <param name="accept">The media type to ask for.</param>
    /// <param name="typeInfo">The metadata to read an item with.</param>
    /// <param name="options">The limits.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    public IAsyncEnumerable<T> SendForItemsAsync<T>(
        HttpClient http, string accept, JsonTypeInfo<T> typeInfo, StreamOptions? options, CancellationToken cancellationToken) =>
        http.SendForItemsAsync(() => Create(http, accept), typeInfo, options, cancellationToken);

    /// <summary>Sends the request and reads items as they come, most of them by a generated reader.</summary>
    /// <typeparam name="T">The item.</typeparam>
    /// <typeparam name="TReader">Reads an item in its usual form.</typeparam>
    /// <param name="http">The client that sends the request, once for each enumeration.</param>
    /// <param name="accept">The media type to ask for.</param>
    /// <param name="typeInfo">The metadata to read other items with.</param>
    /// <param name="options">The limits.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    public IAsyncEnumerable<T> SendForItemsAsync<T, TReader>(
        HttpClient http, string accept, JsonTypeInfo<T> typeInfo, StreamOptions? options, CancellationToken cancellationToken)
        where TReader : struct, IJsonReader<T> =>
        http.SendForItemsAsync(() => Create(http, accept), typeInfo, default(TReader).TryRead, options, cancellationToken);

    /// <summary>Gets events whose data is JSON, most of it read by a generated reader. An event with empty data is skipped.</summary>
    /// <typeparam name="T">The data.</typeparam>
    /// <typeparam name="TReader">Reads data in its usual form.</typeparam>
    /// <param name="http">The client that sends the requests.</param>
    /// <param name="typeInfo">The metadata to read other data with.</param>
    /// <param name="lastEventId">The id that the stream resumes after; null takes that of the options.</param>
    /// <param name="options">How the stream reconnects.</param>
    public EventStream<T> SendForEvents<T, TReader>(HttpClient http, JsonTypeInfo<T> typeInfo, string? lastEventId, EventStreamOptions? options)
        where TReader : struct, IJsonReader<T> =>
        SendForEvents(http, ApiEvents.Json<T, TReader>(typeInfo), lastEventId, options);

    /// <summary>Gets events whose data is JSON. An event with empty data, such as a keepalive, is skipped.</summary>
    /// <typeparam name="T">The data.</typeparam>
    /// <param name="http">The client that sends the requests.</param>
    /// <param name="typeInfo">The metadata to read the data with.</param>
    /// <param name="lastEventId">The id that the stream resumes after; null takes that of the options.</param>
    /// <param name="options">How the stream reconnects.</param>
    public EventStream<T> SendForEvents<T>(HttpClient http, JsonTypeInfo<T> typeInfo, string? lastEventId, EventStreamOptions? options) =>
        SendForEvents(http, ApiEvents.Json(typeInfo), lastEventId, options);

    /// <summary>Gets events whose data is text.</summary>
    /// <param name="http">The client that sends the requests.</param>
    /// <param name="lastEventId">The id that the stream resumes after; null takes that of the options.</param>
    /// <param name="options">How the stream reconnects.</param>
    public EventStream<string> SendForTextEvents(HttpClient http, string? lastEventId, EventStreamOptions? options) =>
        SendForEvents<string>(http, EventData.Text, lastEventId, options);

    /// <summary>Gets events whose data depends on their names.</summary>
    /// <typeparam name="T">The data.</typeparam>
    /// <param name="http">The client that sends the requests.</param>
    /// <param name="read">Reads the data.</param>
    /// <param name="lastEventId">The id that the stream resumes after; null takes that of the options.</param>
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
