using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using Jero.Client.Generated;
using Jero.Client.Reading;
using Jero.Client.Reconnecting;

namespace Jero.Client;

/// <summary>Reads HTTP streams as typed items. Thread-safe if the <see cref="HttpClient"/> is.</summary>
public static class StreamingHttpClientExtensions
{
    private static readonly string[] ItemTypes = ["application/x-ndjson", "application/jsonl", "application/json-seq", "application/json"];

    /// <summary>
    /// Gets items as the server sends them: one on each line (NDJSON, JSON Lines), a JSON text sequence (RFC 7464) or one JSON array. Each
    /// enumeration sends a new request when it begins. Leaving it releases the response at once.
    /// </summary>
    /// <typeparam name="T">The item.</typeparam>
    /// <param name="client">The client that sends the request.</param>
    /// <param name="requestUri">The address, absolute or relative to the client's base address.</param>
    /// <param name="typeInfo">The metadata to read an item with. Reflection is not used.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <exception cref="ApiException">The status is not 2xx, or the content type is not one of items.</exception>
    /// <exception cref="StreamTruncatedException">The body ended before it was complete. The items before were yielded.</exception>
    /// <exception cref="System.Text.Json.JsonException">An item is not a T. The message has its number.</exception>
    public static IAsyncEnumerable<T> GetJsonLinesAsync<T>(
        this HttpClient client, string requestUri, JsonTypeInfo<T> typeInfo, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(requestUri);
        return client.SendForItemsAsync(() => Get(client, requestUri), typeInfo, options: null, cancellationToken);
    }

    /// <summary>Gets items like <see cref="GetJsonLinesAsync"/>, with a request of any method.</summary>
    /// <typeparam name="T">The item.</typeparam>
    /// <param name="client">The client that sends the request.</param>
    /// <param name="createRequest">Creates the request, once for each enumeration. If it has an <c>Accept</c>, that is kept.</param>
    /// <param name="typeInfo">The metadata to read an item with.</param>
    /// <param name="options">The limits; null takes the defaults.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <exception cref="ApiException">The status is not 2xx, or the content type is not one of items.</exception>
    /// <exception cref="StreamTruncatedException">The body ended before it was complete. The items before were yielded.</exception>
    /// <exception cref="System.Text.Json.JsonException">An item is not a T. The message has its number.</exception>
    public static IAsyncEnumerable<T> SendForItemsAsync<T>(
        this HttpClient client,
        Func<HttpRequestMessage> createRequest,
        JsonTypeInfo<T> typeInfo,
        StreamOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(createRequest);
        ArgumentNullException.ThrowIfNull(typeInfo);
        return client.SendForItemsAsync(createRequest, typeInfo, usual: null, options, cancellationToken);
    }

    internal static IAsyncEnumerable<T> SendForItemsAsync<T>(
        this HttpClient client,
        Func<HttpRequestMessage> createRequest,
        JsonTypeInfo<T> typeInfo,
        TryReadJson<T>? usual,
        StreamOptions? options,
        CancellationToken cancellationToken) =>
        SendAsync(client, createRequest, typeInfo, usual, options ?? StreamOptions.Default, cancellationToken);

    /// <summary>Reads the items of a body that you already have, by its media type, like <see cref="GetJsonLinesAsync"/>.</summary>
    /// <typeparam name="T">The item.</typeparam>
    /// <param name="content">
    /// The body. It is streamed if the request was sent with <see cref="HttpCompletionOption.ResponseHeadersRead"/>.
    /// </param>
    /// <param name="typeInfo">The metadata to read an item with.</param>
    /// <param name="options">The limits; null takes the defaults.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <exception cref="NotSupportedException">The body is not encoded as UTF-8.</exception>
    /// <exception cref="StreamTruncatedException">The body ended before it was complete. The items before were yielded.</exception>
    /// <exception cref="System.Text.Json.JsonException">An item is not a T. The message has its number.</exception>
    public static IAsyncEnumerable<T> ReadJsonLinesAsync<T>(
        this HttpContent content, JsonTypeInfo<T> typeInfo, StreamOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(typeInfo);
        return ItemReader.ReadAsync(content, typeInfo, usual: null, options ?? StreamOptions.Default, cancellationToken);
    }

    /// <summary>
    /// Gets server-sent events whose data is JSON. The stream connects when it is enumerated, and reconnects when it breaks.
    /// </summary>
    /// <typeparam name="T">The data of every event.</typeparam>
    /// <param name="client">The client that sends the requests.</param>
    /// <param name="requestUri">The address, absolute or relative to the client's base address.</param>
    /// <param name="typeInfo">The metadata to read the data with.</param>
    /// <param name="options">How the stream reconnects; null takes the defaults.</param>
    public static EventStream<T> GetEvents<T>(
        this HttpClient client, string requestUri, JsonTypeInfo<T> typeInfo, EventStreamOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(requestUri);
        ArgumentNullException.ThrowIfNull(typeInfo);
        return client.SendForEvents(() => Get(client, requestUri), EventData.Json(typeInfo), options);
    }

    /// <summary>Gets server-sent events whose data is text.</summary>
    /// <param name="client">The client that sends the requests.</param>
    /// <param name="requestUri">The address, absolute or relative to the client's base address.</param>
    /// <param name="options">How the stream reconnects; null takes the defaults.</param>
    public static EventStream<string> GetTextEvents(this HttpClient client, string requestUri, EventStreamOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(requestUri);
        return client.SendForEvents<string>(() => Get(client, requestUri), EventData.Text, options);
    }

    /// <summary>Gets server-sent events with any request, and with data of several types.</summary>
    /// <typeparam name="T">The common type of all items.</typeparam>
    /// <param name="client">The client that sends the requests.</param>
    /// <param name="createRequest">Creates the request for each attempt. It is repeated only if its method is GET or QUERY.</param>
    /// <param name="read">Reads the data of an event by the name of the event.</param>
    /// <param name="options">How the stream reconnects; null takes the defaults.</param>
    public static EventStream<T> SendForEvents<T>(
        this HttpClient client, Func<HttpRequestMessage> createRequest, EventReader<T> read, EventStreamOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(createRequest);
        ArgumentNullException.ThrowIfNull(read);
        return new EventStream<T>(new Connector(client, createRequest, options ?? EventStreamOptions.Default), read);
    }

    // Like HttpClient.GetAsync: a new HttpRequestMessage does not have the client's default version.
    private static HttpRequestMessage Get(HttpClient client, string requestUri) => new(HttpMethod.Get, requestUri)
    {
        Version = client.DefaultRequestVersion,
        VersionPolicy = client.DefaultVersionPolicy,
    };

    private static async IAsyncEnumerable<T> SendAsync<T>(
        HttpClient client,
        Func<HttpRequestMessage> createRequest,
        JsonTypeInfo<T> typeInfo,
        TryReadJson<T>? usual,
        StreamOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var request = createRequest();
        if (request.Headers.Accept.Count == 0)
        {
            Array.ForEach(ItemTypes, type => request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(type)));
        }

        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        await ResponseCheck.EnsureSuccessAsync(response, cancellationToken).ConfigureAwait(false);
        await ResponseCheck.EnsureItemsAsync(response, cancellationToken).ConfigureAwait(false);
        await foreach (var item in ItemReader.ReadAsync(response.Content, typeInfo, usual, options, cancellationToken).ConfigureAwait(false))
        {
            yield return item;
        }
    }
}
