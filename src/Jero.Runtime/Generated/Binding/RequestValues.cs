using System.ComponentModel;
using Jero.Binding;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Jero.Generated;

/// <summary>
/// Represents every value of one name in a request. Each is parsed in the invariant culture. If there is none, the array is empty.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct RequestValues
{
    private readonly RequestBinder _request;
    private readonly string _source;
    private readonly string _name;

    internal RequestValues(RequestBinder request, string source, string name, StringValues texts) =>
        (_request, _source, _name, Texts) = (request, source, name, texts);

    /// <summary>Gets the values as text.</summary>
    public StringValues Texts { get; }

    /// <summary>Gets the values as text, or null if there are none.</summary>
    public StringValues? TextsOrNull => Texts.Count == 0 ? default(StringValues?) : Texts;

    /// <summary>Parses an array of values.</summary>
    public T[] Array<T>() where T : IParsable<T> => Array<T, ParsableValueParser<T>>(default);

    /// <summary>Parses an array of values, in which an empty value is null.</summary>
    public T?[] ArrayOfNullable<T>() where T : struct, IParsable<T> => ArrayOfNullable<T, ParsableValueParser<T>>(default);

    /// <summary>Parses an array of members of an enum.</summary>
    public T[] EnumArray<T>() where T : struct, Enum => Array<T, EnumValueParser<T>>(default);

    /// <summary>Parses an array of members of an enum, in which an empty value is null.</summary>
    public T?[] EnumArrayOfNullable<T>() where T : struct, Enum => ArrayOfNullable<T, EnumValueParser<T>>(default);

    /// <summary>Parses an array of values of a type with its own <c>TryParse</c>.</summary>
    public T[] ArrayBy<T>(TextParser<T> parse) => Array<T, DelegateValueParser<T>>(new(parse));

    /// <summary>Parses an array of nullable values of a type with its own <c>TryParse</c>.</summary>
    public T?[] ArrayOfNullableBy<T>(TextParser<T> parse) where T : struct => ArrayOfNullable<T, DelegateValueParser<T>>(new(parse));

    private T[] Array<T, TParser>(TParser parser) where TParser : struct, IValueParser<T>
    {
        if (Texts.Count == 0)
        {
            return [];
        }

        var values = new T[Texts.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Parse<T, TParser>(Texts[i] ?? "", parser);
        }

        return values;
    }

    private T?[] ArrayOfNullable<T, TParser>(TParser parser) where T : struct where TParser : struct, IValueParser<T>
    {
        if (Texts.Count == 0)
        {
            return [];
        }

        var values = new T?[Texts.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = string.IsNullOrEmpty(Texts[i]) ? null : Parse<T, TParser>(Texts[i]!, parser);
        }

        return values;
    }

    private T Parse<T, TParser>(string value, TParser parser) where TParser : struct, IValueParser<T>
    {
        if (parser.TryParse(value, out var parsed))
        {
            return parsed;
        }

        _request.FailText<T>(_source, _name, value, StatusCodes.Status400BadRequest);
        return default!;
    }
}
