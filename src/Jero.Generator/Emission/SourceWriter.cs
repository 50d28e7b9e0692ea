using System.Text;

namespace Jero.Generator.Emission;

/// <summary>Collects indented lines of source. Lines end with LF on every machine.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _indentation;

    /// <summary>Appends a block, each of its lines indented to the current depth.</summary>
    public SourceWriter Write(string block)
    {
        foreach (var line in block.Replace("\r\n", "\n").Split('\n'))
        {
            if (line.Length > 0)
            {
                _text.Append(' ', _indentation * 4).Append(line);
            }

            _text.Append('\n');
        }

        return this;
    }

    /// <summary>Appends an empty line.</summary>
    public SourceWriter Blank() => Write("");

    public SourceWriter Open(string head)
    {
        Write(head).Write("{");
        _indentation++;
        return this;
    }

    public SourceWriter Close(string tail = "}")
    {
        _indentation--;
        return Write(tail);
    }

    public SourceWriter Indent()
    {
        _indentation++;
        return this;
    }

    public SourceWriter Outdent()
    {
        _indentation--;
        return this;
    }

    public override string ToString() => _text.ToString();
}
