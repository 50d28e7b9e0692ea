using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Serialization.Metadata;

namespace Jero.Client.Generated;

/// <summary>
/// Builds a request of a generated client from its values, and reads its answer. Create one for each call, and use it on one thread at a
/// time.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class ApiRequest
{
    private readonly HttpMethod _method;
    private readonly StringBuilder _uri;
    private readonly List<KeyValuePair<string, string>> _headers = [];
    private Func<HttpContent>? _content;
    private char _joint = '?';

    /// <summary>Initializes a request without a body.</summary>
    /// <param name="method">The method, in capitals.</param>
    /// <param name="path">The escaped path with a leading slash. It is appended to the path of the client's base address.</param>
    [SuppressMessage("Design", "CA1054", Justification = "A part of one.")]
    public ApiRequest(string method, string path)
    {
        _method = new HttpMethod(method);
        _uri = new StringBuilder(path);
    }

    /// <summary>Adds a value to the query. Null is left out.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="value">Its value.</param>
    public ApiRequest Query(string name, string? value)
    {
        if (value is not null)
        {
            _uri.Append(_joint).Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
            _joint = '&';
        }

        return this;
    }

    /// <summary>Adds each value to the query under the same name.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="values">Its values. Null and an empty list are left out.</param>
    public ApiRequest QueryEach(string name, IEnumerable<string?>? values)
    {
        foreach (var value in values ?? [])
        {
            Query(name, value ?? "");
        }

        return this;
    }

    /// <summary>Adds a header. Null is left out.</summary>
    /// <param name="name">The name of the header.</param>
    /// <param name="value">Its value.</param>
    public ApiRequest Header(string name, string? value)
    {
        if (value is not null)
        {
            _headers.Add(new(name, value));
        }

        return this;
    }

    /// <summary>Sends a value as JSON.</summary>
    /// <typeparam name="T">The value.</typeparam>
    /// <param name="value">The value to send.</param>
    /// <param name="typeInfo">The metadata to write it with.</param>
    /// <param name="mediaType">The content type.</param>
    public ApiRequest Json<T>(T value, JsonTypeInfo<T> typeInfo, string mediaType)
    {
        _content = () => new JsonItemContent<T>(value, typeInfo, mediaType);
        return this;
    }

    /// <summary>Sends items one after another, as they are produced.</summary>
    /// <typeparam name="T">The item.</typeparam>
    /// <param name="items">The items, which are enumerated while the request is sent.</param>
    /// <param name="typeInfo">The metadata to write an item with.</param>
    /// <param name="mediaType">The content type: that of lines or of a JSON text sequence.</param>
    public ApiRequest Items<T>(IAsyncEnumerable<T> items, JsonTypeInfo<T> typeInfo, string mediaType)
    {
        ArgumentNullException.ThrowIfNull(items);
        _content = () => new JsonItemsContent<T>(items, typeInfo, mediaType);
        return this;
    }

    /// <summary>Sends text as UTF-8.</summary>
    /// <param name="text">The text to send.</param>
    /// <param name="mediaType">The content type.</param>
    public ApiRequest Text(string text, string mediaType)
    {
        ArgumentNullException.ThrowIfNull(text);
        _content = () => new StringContent(text, Encoding.UTF8, MediaTypeHeaderValue.Parse(mediaType));
        return this;
    }

    /// <summary>Sends bytes as they are.</summary>
    /// <param name="bytes">A stream that is read while the request is sent, and disposed with it.</param>
    /// <param name="mediaType">The content type.</param>
    public ApiRequest Bytes(Stream bytes, string mediaType)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        _content = () => new StreamContent(bytes) { Headers = { ContentType = MediaTypeHeaderValue.Parse(mediaType) } };
        return this;
    }

    /// <summary>Sends a form.</summary>
    /// <param name="form">The form.</param>
    public ApiRequest Form(ApiForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        _content = form.ToContent;
        return this;
    }

    // The path of the base address counts, with or without a slash at its end: "https://host/api" and "/movies" are
    // "https://host/api/movies".
    private HttpRequestMessage Create(HttpClient http, string? accept)
    {
        var uri = http.BaseAddress is { } address ? address.GetLeftPart(UriPartial.Path).TrimEnd('/') + _uri : _uri.ToString();
        var request = new HttpRequestMessage(_method, new Uri(uri, UriKind.RelativeOrAbsolute))
        {
            Version = http.DefaultRequestVersion,
            VersionPolicy = http.DefaultVersionPolicy,
            Content = _content?.Invoke(),
        };
        foreach (var (name, value) in _headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (accept is not null)
        {
            request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(accept));
        }

        return request;
    }
}
