using System.Globalization;
using System.Text;

namespace Jero.Generator.Emission.OpenApi;

/// <summary>Writes the JSON of schemas and operations for a raw string literal: what fits stands on one line, the rest is indented by two.</summary>
internal sealed class JsonTextWriter
{
    private const int LongestLine = 80;

    private readonly Stack<Container> _open = new();
    private Container? _root;

    public JsonTextWriter StartObject(string? name = null) => Start(name, '{', '}');

    public JsonTextWriter EndObject() => End();

    public JsonTextWriter StartArray(string? name = null) => Start(name, '[', ']');

    public JsonTextWriter EndArray() => End();

    public JsonTextWriter String(string? name, string value) => Literal(name, Quote(value));

    /// <summary>A number, true, false or null, as it is.</summary>
    public JsonTextWriter Literal(string? name, string json)
    {
        _open.Peek().Items.Add(new Item(name, json, null));
        return this;
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        Print(text, _root!, 0);
        return text.ToString();
    }

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

    /// <summary>A JSON string literal as System.Text.Json writes it under ASP.NET Core's defaults: beyond ASCII only letters stay as they are.</summary>
    public static string Escape(string value)
    {
        var escaped = new StringBuilder("\"");
        foreach (var character in value)
        {
            _ = character switch
            {
                '\b' => escaped.Append("\\b"),
                '\f' => escaped.Append("\\f"),
                '"' => escaped.Append("\\\""),
                '\\' => escaped.Append("\\\\"),
                '\n' => escaped.Append("\\n"),
                '\r' => escaped.Append("\\r"),
                '\t' => escaped.Append("\\t"),
                >= ' ' and <= '~' => escaped.Append(character),
                _ when character > '~' && IsLiteral(character) => escaped.Append(character),
                _ => escaped.Append("\\u").Append(((int)character).ToString("X4", CultureInfo.InvariantCulture)),
            };
        }

        return escaped.Append('"').ToString();
    }

    private static bool IsLiteral(char character) => char.GetUnicodeCategory(character) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.SpaceSeparator);

    private JsonTextWriter Start(string? name, char open, char close)
    {
        var container = new Container(open, close);
        if (_open.Count > 0)
        {
            _open.Peek().Items.Add(new Item(name, null, container));
        }

        _root ??= container;
        _open.Push(container);
        return this;
    }

    private JsonTextWriter End()
    {
        _open.Pop();
        return this;
    }

    private static void Print(StringBuilder text, Container container, int depth)
    {
        var line = new StringBuilder();
        PrintInline(line, container);
        if (line.Length <= LongestLine)
        {
            text.Append(line);
            return;
        }

        text.Append(container.Open);
        for (var i = 0; i < container.Items.Count; i++)
        {
            text.Append(i == 0 ? "" : ",").Append('\n').Append(' ', (depth + 1) * 2);
            PrintName(text, container.Items[i]);
            if (container.Items[i].Container is { } nested)
            {
                Print(text, nested, depth + 1);
            }
            else
            {
                text.Append(container.Items[i].Literal);
            }
        }

        text.Append('\n').Append(' ', depth * 2).Append(container.Close);
    }

    private static void PrintInline(StringBuilder text, Container container)
    {
        var space = container.Open == '{' && container.Items.Count > 0 ? " " : "";
        text.Append(container.Open).Append(space);
        for (var i = 0; i < container.Items.Count; i++)
        {
            text.Append(i == 0 ? "" : ", ");
            PrintName(text, container.Items[i]);
            if (container.Items[i].Container is { } nested)
            {
                PrintInline(text, nested);
            }
            else
            {
                text.Append(container.Items[i].Literal);
            }
        }

        text.Append(space).Append(container.Close);
    }

    private static void PrintName(StringBuilder text, Item item)
    {
        if (item.Name is not null)
        {
            text.Append(Quote(item.Name)).Append(": ");
        }
    }

    private sealed class Container(char open, char close)
    {
        public char Open { get; } = open;

        public char Close { get; } = close;

        public List<Item> Items { get; } = [];
    }

    private sealed record Item(string? Name, string? Literal, Container? Container);
}
