using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Serialization.Metadata;

namespace Jero.Client.Generated;

/// <summary>A request of a generated client: its values, and how its answer is read. Made anew for each call; one thread at a time.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class ApiRequest
{
    private readonly HttpMethod _method;
    private readonly StringBuilder _uri;
    private readonly List<KeyValuePair<string, string>> _headers = [];
    private Func<HttpContent>? _content;
    private char _joint = '?';

    /// <summary>A request without a body.</summary>
    /// <param name="method">In capitals.</param>
    /// <param name="path">Escaped, with a slash before it. It goes behind the path of the client's base address.</param>
    [SuppressMessage("Design", "CA1054", Justification = "A part of one.")]
    public ApiRequest(string method, string path)
    {
        _method = new HttpMethod(method);
        _uri = new StringBuilder(path);
    }

    /// <summary>Adds a value to the query; null is left out.</summary>
    /// <param name="name">The parameter.</param>
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
    /// <param name="name">The parameter.</param>
    /// <param name="values">Its values; null and an empty list are left out.</param>
    public ApiRequest QueryEach(string name, IEnumerable<string?>? values)
    {
        foreach (var value in values ?? [])
        {
            Query(name, value ?? "");
        }

        return this;
    }

    /// <summary>Adds a header; null is left out.</summary>
    /// <param name="name">The field.</param>
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
    /// <param name="value">What is sent.</param>
    /// <param name="typeInfo">How it is written.</param>
    /// <param name="mediaType">The content type.</param>
    public ApiRequest Json<T>(T value, JsonTypeInfo<T> typeInfo, string mediaType)
    {
        _content = () => new JsonItemContent<T>(value, typeInfo, mediaType);
        return this;
    }

    /// <summary>Sends items as they are made, one after another.</summary>
    /// <typeparam name="T">The item.</typeparam>
    /// <param name="items">Enumerated while the request is sent.</param>
    /// <param name="typeInfo">How an item is written.</param>
    /// <param name="mediaType">Of lines, or of a JSON text sequence.</param>
    public ApiRequest Items<T>(IAsyncEnumerable<T> items, JsonTypeInfo<T> typeInfo, string mediaType)
    {
        ArgumentNullException.ThrowIfNull(items);
        _content = () => new JsonItemsContent<T>(items, typeInfo, mediaType);
        return this;
    }

    /// <summary>Sends text as UTF-8.</summary>
    /// <param name="text">What is sent.</param>
    /// <param name="mediaType">The content type.</param>
    public ApiRequest Text(string text, string mediaType)
    {
        ArgumentNullException.ThrowIfNull(text);
        _content = () => new StringContent(text, Encoding.UTF8, MediaTypeHeaderValue.Parse(mediaType));
        return this;
    }

    /// <summary>Sends bytes as they are.</summary>
    /// <param name="bytes">Read while the request is sent, and disposed with it.</param>
    /// <param name="mediaType">The content type.</param>
    public ApiRequest Bytes(Stream bytes, string mediaType)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        _content = () => new StreamContent(bytes) { Headers = { ContentType = MediaTypeHeaderValue.Parse(mediaType) } };
        return this;
    }

    /// <summary>Sends a form.</summary>
    /// <param name="form">Its fields.</param>
    public ApiRequest Form(ApiForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        _content = form.ToContent;
        return this;
    }

    // The path of the base address counts, with a slash at its end or without: "https://host/api" and "/movies" are "https://host/api/movies".
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
