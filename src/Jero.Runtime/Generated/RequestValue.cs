using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Jero.Generated;

/// <summary>One value of a request, as text, to be parsed in the invariant culture.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct RequestValue
{
    private const int LongestEcho = 64;

    private readonly RequestBinder _request;
    private readonly string _source;
    private readonly string _name;
    private readonly string? _text;
    private readonly int _status;

    internal RequestValue(RequestBinder request, string source, string name, string? text, int status) =>
        (_request, _source, _name, _text, _status) = (request, source, name, text, status);

    /// <summary>A value that has to be there.</summary>
    public T Required<T>() where T : IParsable<T> => _text is null ? Missing<T>() : Parse<T>(_text);

    /// <summary>A value that may be missing; an empty one counts as missing unless it is text.</summary>
    [return: NotNullIfNotNull(nameof(fallback))]
    public T? OrDefault<T>(T? fallback) where T : IParsable<T> => IsMissing<T>() ? fallback : Parse<T>(_text!);

    /// <summary>A value of a nullable value type.</summary>
    public T? OrNull<T>(T? fallback = null) where T : struct, IParsable<T> => IsMissing<T>() ? fallback : Parse<T>(_text!);

    /// <summary>A member of an enum, by name in any case or by number, that has to be there.</summary>
    public T RequiredEnum<T>() where T : struct, Enum => _text is null ? Missing<T>() : ParseEnum<T>(_text);

    /// <summary>A member of an enum that may be missing.</summary>
    public T EnumOrDefault<T>(T fallback) where T : struct, Enum => IsMissing<T>() ? fallback : ParseEnum<T>(_text!);

    /// <summary>A member of a nullable enum.</summary>
    public T? EnumOrNull<T>(T? fallback = null) where T : struct, Enum => IsMissing<T>() ? fallback : ParseEnum<T>(_text!);

    private bool IsMissing<T>() => typeof(T) == typeof(string) ? _text is null : string.IsNullOrEmpty(_text);

    private T Parse<T>(string text) where T : IParsable<T> =>
        T.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : Unparsable<T>(text);

    private T ParseEnum<T>(string text) where T : struct, Enum =>
        Enum.TryParse<T>(text, ignoreCase: true, out var value) ? value : Unparsable<T>(text);

    private T Missing<T>()
    {
        _request.Fail(_name, $"The {_source} parameter '{_name}' is required.", _status);
        return default!;
    }

    private T Unparsable<T>(string text)
    {
        var echo = text.Length <= LongestEcho ? text : string.Concat(text.AsSpan(0, LongestEcho), "…");
        _request.Fail(_name, $"The {_source} parameter '{_name}' is '{echo}', which is not a valid {typeof(T).Name}.", _status);
        return default!;
    }
}
