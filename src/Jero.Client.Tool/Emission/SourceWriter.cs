using System.Text;

namespace Jero.Client.Tool.Emission;

/// <summary>Collects indented lines of source. Lines end with LF on every machine.</summary>
/// <param name="step">The number of spaces for each level.</param>
internal sealed class SourceWriter(int step)
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Appends a block, each of its lines indented to the current depth.</summary>
    public SourceWriter Write(string block)
    {
        foreach (var line in block.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.Length > 0)
            {
                _text.Append(' ', _depth * step).Append(line);
            }

            _text.Append('\n');
        }

        return this;
    }

    /// <summary>Appends an empty line, except at the beginning of a block.</summary>
    public SourceWriter Blank()
    {
        if (_text.Length > 1 && !(_text[^2] == '{' && _text[^1] == '\n'))
        {
            _text.Append('\n');
        }

        return this;
    }

    public SourceWriter Open(string head = "")
    {
        if (head.Length > 0 && step == 2)
        {
            // Languages with two spaces have the brace on the line of the head.
            Write($"{head} {{");
        }
        else
        {
            if (head.Length > 0)
            {
                Write(head);
            }

            Write("{");
        }

        _depth++;
        return this;
    }

    public SourceWriter Close(string tail = "}")
    {
        _depth--;
        return Write(tail);
    }

    public SourceWriter Indent()
    {
        _depth++;
        return this;
    }

    public SourceWriter Outdent()
    {
        _depth--;
        return this;
    }

    public override string ToString() => _text.ToString();
}
