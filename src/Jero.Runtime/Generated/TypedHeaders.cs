using System.ComponentModel;
using System.Globalization;
using Jero.Endpoints;
using Jero.Streaming;
using Microsoft.AspNetCore.Http;

namespace Jero.Generated;

/// <summary>The typed headers of one response, by name, as the generated code found them. Nulls are left out.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TypedHeaders
{
    /// <summary>Makes the headers of a response. Where one of the user's properties throws, a stream's source is let go of.</summary>
    public static TypedHeaders Of<TResponse>(HttpContext http, TResponse response, Func<TResponse, TypedHeaders> create) where TResponse : JeroResponse
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(create);
        try
        {
            return create(response);
        }
        catch when (response is JeroStreamResponse stream)
        {
            http.Response.RegisterForDisposeAsync(new UnsentSource(stream));
            throw;
        }
    }

    internal HeaderDictionary Values { get; } = [];

    /// <summary>Adds a text, an enum's wire name and the like.</summary>
    public TypedHeaders Add(string name, string? value)
    {
        if (value is not null)
        {
            Values[name] = value;
        }

        return this;
    }

    /// <summary>Adds <c>true</c> or <c>false</c>.</summary>
    public TypedHeaders Add(string name, bool? value) => Add(name, value is { } flag ? flag ? "true" : "false" : null);

    /// <summary>Adds a date and time as ISO 8601, as it is written in JSON.</summary>
    public TypedHeaders Add(string name, DateTime? value) =>
        Add(name, value?.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture));

    /// <summary>Adds a date and time as ISO 8601, as it is written in JSON.</summary>
    public TypedHeaders Add(string name, DateTimeOffset? value) =>
        Add(name, value?.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture));

    /// <summary>Adds a date as ISO 8601.</summary>
    public TypedHeaders Add(string name, DateOnly? value) => Add(name, value?.ToString("O", CultureInfo.InvariantCulture));

    /// <summary>Adds any other scalar in the invariant culture.</summary>
    public TypedHeaders AddScalar<T>(string name, T? value) where T : struct, ISpanFormattable =>
        value is { } scalar ? AddScalar(name, scalar) : this;

    /// <inheritdoc cref="AddScalar{T}(string, T?)"/>
    public TypedHeaders AddScalar<T>(string name, T value) where T : struct, ISpanFormattable =>
        Add(name, value.ToString(typeof(T) == typeof(TimeOnly) ? "HH:mm:ss.FFFFFFF" : null, CultureInfo.InvariantCulture));

    /// <summary>Adds an object or a list as compact JSON.</summary>
    public TypedHeaders AddJson<T, TWriter>(string name, T value) where TWriter : struct, IJsonWriter<T>
    {
        if (value is null)
        {
            return this;
        }

        using var buffer = new BatchBuffer();
        default(TWriter).Write(buffer, value);
        return Add(name, HeaderText.OfJson(buffer.WrittenMemory.Span));
    }
}
