using System.ComponentModel;
using System.Globalization;
using Jero.Headers;
using Jero.Responses;
using Jero.Streaming;
using Microsoft.AspNetCore.Http;

namespace Jero.Generated;

/// <summary>Holds the typed headers of one response, by name, as generated code found them. Headers that are null are left out.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TypedHeaders
{
    /// <summary>Creates the headers of a response. If one of the user's properties throws, the source of a stream is released.</summary>
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
            UnsentSource.ReleaseAtEnd(http, stream);
            throw;
        }
    }

    internal HeaderDictionary Values { get; } = [];

    /// <summary>Adds text, such as a string or the name of an enum value.</summary>
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

    /// <summary>Adds a date and time to a field that takes an HTTP-date, in whole seconds (RFC 9110, section 5.6.7).</summary>
    /// <remarks>A time of unspecified kind is taken as UTC.</remarks>
    public TypedHeaders AddHttpDate(string name, DateTime? value) => AddHttpDate(name, Moment(value));

    /// <inheritdoc cref="AddHttpDate(string, DateTime?)"/>
    public TypedHeaders AddHttpDate(string name, DateTimeOffset? value) => Add(name, value?.ToString("r", CultureInfo.InvariantCulture));

    /// <summary>Adds the beginning of a day to a field that takes an HTTP-date.</summary>
    public TypedHeaders AddHttpDate(string name, DateOnly? value) => AddHttpDate(name, Moment(value));

    /// <summary>
    /// Adds a date and time to a field that takes a date of structured fields, in whole seconds (RFC 9651, section 3.3.7).
    /// </summary>
    /// <remarks>A time of unspecified kind is taken as UTC.</remarks>
    public TypedHeaders AddStructuredDate(string name, DateTime? value) => AddStructuredDate(name, Moment(value));

    /// <inheritdoc cref="AddStructuredDate(string, DateTime?)"/>
    public TypedHeaders AddStructuredDate(string name, DateTimeOffset? value) =>
        Add(name, value is { } moment ? string.Create(CultureInfo.InvariantCulture, $"@{moment.ToUnixTimeSeconds()}") : null);

    /// <summary>Adds the beginning of a day to a field that takes a date of structured fields.</summary>
    public TypedHeaders AddStructuredDate(string name, DateOnly? value) => AddStructuredDate(name, Moment(value));

    /// <summary>
    /// Adds a duration to a field that takes seconds. A fraction is rounded up, so that the client does not come too early.
    /// </summary>
    public TypedHeaders AddSeconds(string name, TimeSpan? value) =>
        Add(name, value is { } duration ? Math.Max(0, (long)Math.Ceiling(duration.TotalSeconds)).ToString(CultureInfo.InvariantCulture) : null);

    /// <summary>Adds any other scalar in the invariant culture.</summary>
    public TypedHeaders AddScalar<T>(string name, T? value) where T : struct, ISpanFormattable =>
        value is { } scalar ? AddScalar(name, scalar) : this;

    /// <inheritdoc cref="AddScalar{T}(string, T?)"/>
    public TypedHeaders AddScalar<T>(string name, T value) where T : struct, ISpanFormattable =>
        Add(name, value.ToString(typeof(T) == typeof(TimeOnly) ? "HH:mm:ss.FFFFFFF" : null, CultureInfo.InvariantCulture));

    /// <summary>Adds a date or a duration in the form of its field, if that differs from JSON.</summary>
    /// <returns>False if the field has no special form for the value; nothing was added then.</returns>
    internal bool TryAddInFormOfField(string name, object value)
    {
        var moment = value switch
        {
            DateTime time => Moment(time),
            DateTimeOffset time => time,
            DateOnly day => Moment(day),
            _ => (DateTimeOffset?)null,
        };
        var added = moment is not null && HeaderFields.IsHttpDate(name) ? AddHttpDate(name, moment)
            : moment is not null && HeaderFields.IsStructuredDate(name) ? AddStructuredDate(name, moment)
            : value is TimeSpan duration && HeaderFields.IsSeconds(name) ? AddSeconds(name, duration)
            : null;
        return added is not null;
    }

    private static DateTimeOffset? Moment(DateTime? value) => value is not { } time ? null
        : time.Kind == DateTimeKind.Unspecified ? new DateTimeOffset(time, TimeSpan.Zero)
        : new DateTimeOffset(time.ToUniversalTime());

    private static DateTimeOffset? Moment(DateOnly? value) => value is { } day ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null;

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
