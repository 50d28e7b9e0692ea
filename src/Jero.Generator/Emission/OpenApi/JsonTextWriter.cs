using System.Text;
using Jero.Generator.Model;

namespace Jero.Generator.Emission.OpenApi;

/// <summary>
/// Writes the JSON of schemas and operations for a raw string literal. What fits is on one line; the rest is indented by two.
/// </summary>
internal sealed class JsonTextWriter
{
    private const int LongestLine = 80;

    private readonly Stack<Container> _open = new();
    private Container? _root;

    public JsonTextWriter StartObject(string? name = null) => Start(name, '{', '}');

    public JsonTextWriter EndObject() => End();

    public JsonTextWriter StartArray(string? name = null) => Start(name, '[', ']');

    public JsonTextWriter EndArray() => End();

    public JsonTextWriter String(string? name, string value) => Literal(name, JsonStrings.Quote(value));

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
            text.Append(JsonStrings.Quote(item.Name)).Append(": ");
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
