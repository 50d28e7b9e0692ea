using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Xml;

namespace Jero.Client.Generated;

/// <summary>Writes values for paths, queries and headers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ApiText
{
    /// <summary>Writes a Boolean as JSON does.</summary>
    /// <param name="value">The value.</param>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? Of(bool? value) => value switch { null => null, true => "true", false => "false" };

    /// <summary>Writes a number, date, time or UUID as JSON does, without quotation marks.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? Of<T>(T? value)
        where T : struct, IFormattable => value?.ToString(value is DateTimeOffset or DateOnly or TimeOnly ? "O" : null, CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Of{T}(T?)"/>
    public static string Of<T>(T value)
        where T : struct, IFormattable => Of((T?)value);

    /// <summary>Writes a URI as it was given.</summary>
    /// <param name="value">The value.</param>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? Of(Uri? value) => value?.OriginalString;

    /// <summary>Writes bytes as Base64.</summary>
    /// <param name="value">The value.</param>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? Of(byte[]? value) => value is null ? null : Convert.ToBase64String(value);

    /// <summary>Writes a duration by ISO 8601.</summary>
    /// <param name="value">The value.</param>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? OfDuration(TimeSpan? value) => value is { } duration ? XmlConvert.ToString(duration) : null;

    /// <summary>Joins several values. Null and an empty list are left out.</summary>
    /// <param name="separator">The text between the values.</param>
    /// <param name="values">The values.</param>
    public static string? Join(string separator, IEnumerable<string?>? values) =>
        values is null ? null : string.Join(separator, values) is { Length: > 0 } text ? text : null;

    /// <summary>Writes a value as one segment of a path.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The value is empty, or one or two dots, which would lead to another path.</exception>
    public static string Segment(string? value)
    {
        if (value is null or "" or "." or "..")
        {
            throw new ArgumentException($"'{value}' is not a segment of a path: it would lead to another path.", nameof(value));
        }

        return Uri.EscapeDataString(value);
    }
}
