using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Xml;

namespace Jero.Client.Generated;

/// <summary>Values as paths, queries and headers have them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ApiText
{
    /// <summary>A truth in JSON's words.</summary>
    /// <param name="value">The value.</param>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? Of(bool? value) => value switch { null => null, true => "true", false => "false" };

    /// <summary>A number, date, time or UUID in the form that JSON has it.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="value">The value.</param>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? Of<T>(T? value)
        where T : struct, IFormattable => value?.ToString(value is DateTimeOffset or DateOnly or TimeOnly ? "O" : null, CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Of{T}(T?)"/>
    public static string Of<T>(T value)
        where T : struct, IFormattable => Of((T?)value);

    /// <summary>An address as it was written.</summary>
    /// <param name="value">The value.</param>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? Of(Uri? value) => value?.OriginalString;

    /// <summary>Bytes as Base64.</summary>
    /// <param name="value">The value.</param>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? Of(byte[]? value) => value is null ? null : Convert.ToBase64String(value);

    /// <summary>A duration by ISO 8601.</summary>
    /// <param name="value">The value.</param>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? OfDuration(TimeSpan? value) => value is { } duration ? XmlConvert.ToString(duration) : null;

    /// <summary>Several values as one text; null and an empty list are left out.</summary>
    /// <param name="separator">What stands between them.</param>
    /// <param name="values">The values.</param>
    public static string? Join(string separator, IEnumerable<string?>? values) =>
        values is null ? null : string.Join(separator, values) is { Length: > 0 } text ? text : null;

    /// <summary>A value as one segment of a path.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">It is empty, or a dot or two: that would lead to another path.</exception>
    public static string Segment(string? value)
    {
        if (value is null or "" or "." or "..")
        {
            throw new ArgumentException($"'{value}' is no segment of a path: it would lead to another one.", nameof(value));
        }

        return Uri.EscapeDataString(value);
    }
}
