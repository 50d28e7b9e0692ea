using System.Globalization;
using System.Text;

namespace Jero.Generator.Emission;

/// <summary>Writes the JSON of schemas and operations, indented by two, for a raw string literal.</summary>
internal sealed class JsonTextWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _hasSibling;

    public JsonTextWriter StartObject(string? name = null) => Start(name, '{');

    public JsonTextWriter EndObject() => End('}');

    public JsonTextWriter StartArray(string? name = null) => Start(name, '[');

    public JsonTextWriter EndArray() => End(']');

    public JsonTextWriter String(string? name, string value)
    {
        Member(name);
        _text.Append(Quote(value));
        return this;
    }

    /// <summary>A number, true, false or null, as it is.</summary>
    public JsonTextWriter Literal(string? name, string json)
    {
        Member(name);
        _text.Append(json);
        return this;
    }

    public override string ToString() => _text.ToString();

    /// <summary>A JSON string literal.</summary>
    public static string Quote(string value)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in value)
        {
            _ = character switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                < ' ' or '\u2028' or '\u2029' or '\u0085' => quoted.Append("\\u").Append(((int)character).ToString("X4", CultureInfo.InvariantCulture)),
                _ => quoted.Append(character),
            };
        }

        return quoted.Append('"').ToString();
    }

    private JsonTextWriter Start(string? name, char bracket)
    {
        Member(name);
        _text.Append(bracket);
        _depth++;
        _hasSibling = false;
        return this;
    }

    private JsonTextWriter End(char bracket)
    {
        _depth--;
        if (_hasSibling)
        {
            Line();
        }

        _text.Append(bracket);
        _hasSibling = true;
        return this;
    }

    private void Member(string? name)
    {
        if (_hasSibling)
        {
            _text.Append(',');
        }

        if (_depth > 0)
        {
            Line();
        }

        if (name is not null)
        {
            _text.Append(Quote(name)).Append(": ");
        }

        _hasSibling = true;
    }

    private void Line() => _text.Append('\n').Append(' ', _depth * 2);
}
