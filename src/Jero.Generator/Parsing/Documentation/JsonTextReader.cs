using System.Globalization;
using System.Text;
using Jero.Generator.Model;

namespace Jero.Generator.Parsing.Documentation;

/// <summary>Reads the JSON in documentation comments. A generator cannot rely on System.Text.Json in the compiler's process.</summary>
internal sealed class JsonTextReader
{
    private readonly string _text;
    private readonly StringBuilder _json = new();
    private int _position;

    private JsonTextReader(string text) => _text = text;

    /// <summary>Returns the value on one line; null if the text is not JSON.</summary>
    public static string? Normalize(string text)
    {
        var reader = new JsonTextReader(text);
        var isValue = reader.ReadValue(depth: 0);
        reader.SkipSpace();
        return isValue && reader._position == text.Length ? reader._json.ToString() : null;
    }

    private bool ReadValue(int depth)
    {
        SkipSpace();
        if (_position == _text.Length || depth > 64)
        {
            return false;
        }

        return _text[_position] switch
        {
            '{' => ReadItems('}', depth, isObject: true),
            '[' => ReadItems(']', depth, isObject: false),
            '"' => ReadString(),
            _ => ReadWord(),
        };
    }

    private bool ReadItems(char end, int depth, bool isObject)
    {
        _json.Append(_text[_position++]);
        SkipSpace();
        if (Take(end))
        {
            return true;
        }

        do
        {
            SkipSpace();
            if (isObject && !(ReadString() && TakeAfterSpace(':')))
            {
                return false;
            }

            if (!ReadValue(depth + 1))
            {
                return false;
            }
        }
        while (TakeAfterSpace(','));

        return TakeAfterSpace(end);
    }

    private bool ReadString()
    {
        var start = _position;
        if (_position == _text.Length || _text[_position++] != '"')
        {
            return false;
        }

        for (; _position < _text.Length; _position++)
        {
            if (_text[_position] == '\\')
            {
                _position++;
                if (_position == _text.Length || !IsEscape())
                {
                    return false;
                }
            }
            else if (_text[_position] == '"')
            {
                _position++;
                _json.Append(_text, start, _position - start);
                return true;
            }
            else if (_text[_position] < ' ')
            {
                return false;
            }
        }

        return false;
    }

    private bool IsEscape()
    {
        if (_text[_position] != 'u')
        {
            return "\"\\/bfnrt".IndexOf(_text[_position]) >= 0;
        }

        // Composing the document would reject a lone surrogate.
        return _position + 4 < _text.Length
            && int.TryParse(_text.Substring(_position + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            && !char.IsSurrogate((char)code);
    }

    private bool ReadWord()
    {
        var start = _position;
        while (_position < _text.Length && (char.IsLetterOrDigit(_text[_position]) || _text[_position] is '-' or '+' or '.'))
        {
            _position++;
        }

        var word = _text.Substring(start, _position - start);
        if (word is not ("true" or "false" or "null") && !JsonNumbers.IsNumber(word))
        {
            return false;
        }

        _json.Append(word);
        return true;
    }

    private bool TakeAfterSpace(char character)
    {
        SkipSpace();
        return Take(character);
    }

    private bool Take(char character)
    {
        if (_position == _text.Length || _text[_position] != character)
        {
            return false;
        }

        _json.Append(character is ',' or ':' ? character + " " : character.ToString());
        _position++;
        return true;
    }

    private void SkipSpace()
    {
        while (_position < _text.Length && _text[_position] is ' ' or '\t' or '\r' or '\n')
        {
            _position++;
        }
    }
}
