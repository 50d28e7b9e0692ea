using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Jero.Binding;

namespace Jero.Generated;

/// <summary>Represents one value of a request as text. It is parsed in the invariant culture.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct RequestValue
{
    private readonly RequestBinder _request;
    private readonly string _source;
    private readonly string _name;
    private readonly string? _text;
    private readonly int _status;

    internal RequestValue(RequestBinder request, string source, string name, string? text, int status) =>
        (_request, _source, _name, _text, _status) = (request, source, name, text, status);

    /// <summary>Parses a value that is required.</summary>
    public T Required<T>() where T : IParsable<T> => Required<T, ParsableValueParser<T>>(default);

    /// <summary>Parses a value that may be missing. An empty value counts as missing unless the type is text.</summary>
    [return: NotNullIfNotNull(nameof(fallback))]
    public T? OrDefault<T>(T? fallback) where T : IParsable<T> => OrDefault(fallback, default(ParsableValueParser<T>));

    /// <summary>Parses a value of a nullable value type.</summary>
    public T? OrNull<T>(T? fallback = null) where T : struct, IParsable<T> => OrNull(fallback, default(ParsableValueParser<T>));

    /// <summary>Parses a required member of an enum, by name in any case or by number.</summary>
    public T RequiredEnum<T>() where T : struct, Enum => Required<T, EnumValueParser<T>>(default);

    /// <summary>Parses a member of an enum that may be missing.</summary>
    public T EnumOrDefault<T>(T fallback) where T : struct, Enum => OrDefault(fallback, default(EnumValueParser<T>));

    /// <summary>Parses a member of a nullable enum.</summary>
    public T? EnumOrNull<T>(T? fallback = null) where T : struct, Enum => OrNull(fallback, default(EnumValueParser<T>));

    /// <summary>Parses a required value of a type with its own <c>TryParse</c>.</summary>
    public T RequiredBy<T>(TextParser<T> parse) => Required<T, DelegateValueParser<T>>(new(parse));

    /// <summary>Parses a value that may be missing, of a type with its own <c>TryParse</c>.</summary>
    [return: NotNullIfNotNull(nameof(fallback))]
    public T? OrDefaultBy<T>(TextParser<T> parse, T? fallback) => OrDefault(fallback, new DelegateValueParser<T>(parse));

    /// <summary>Parses a value of a nullable value type with its own <c>TryParse</c>.</summary>
    public T? OrNullBy<T>(TextParser<T> parse, T? fallback = null) where T : struct => OrNull(fallback, new DelegateValueParser<T>(parse));

    private T Required<T, TParser>(TParser parser) where TParser : struct, IValueParser<T>
    {
        if (_text is not null)
        {
            return Parse<T, TParser>(parser);
        }

        _request.Fail(_name, $"The {_source} parameter '{_name}' is required.", _status);
        return default!;
    }

    private T? OrDefault<T, TParser>(T? fallback, TParser parser) where TParser : struct, IValueParser<T> =>
        IsMissing<T>() ? fallback : Parse<T, TParser>(parser);

    private T? OrNull<T, TParser>(T? fallback, TParser parser) where T : struct where TParser : struct, IValueParser<T> =>
        IsMissing<T>() ? fallback : Parse<T, TParser>(parser);

    private bool IsMissing<T>() => typeof(T) == typeof(string) ? _text is null : string.IsNullOrEmpty(_text);

    private T Parse<T, TParser>(TParser parser) where TParser : struct, IValueParser<T>
    {
        if (parser.TryParse(_text!, out var value))
        {
            return value;
        }

        _request.FailText<T>(_source, _name, _text!, _status);
        return default!;
    }
}
