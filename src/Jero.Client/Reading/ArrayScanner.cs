namespace Jero.Client.Reading;

/// <summary>Finds the elements of one JSON array. An array without its closing bracket was cut.</summary>
internal struct ArrayScanner : IItemScanner
{
    private int _looked;
    private int _depth;
    private bool _isInString;
    private bool _isEscaped;
    private bool _hasBegun;
    private bool _hasEnded;
    private bool _needsElement;

    public ScanResult Scan(ReadOnlySpan<byte> unread, bool isEnd)
    {
        if (!_hasBegun)
        {
            var first = unread.IndexOfAnyExcept(" \t\r\n"u8);
            if (first < 0)
            {
                return isEnd ? ScanResult.Cut : ScanResult.More(unread.Length);
            }

            if (unread[first] != (byte)'[')
            {
                throw new InvalidDataException("The body is not a JSON array of items.");
            }

            _hasBegun = true;
            return ScanResult.More(first + 1);
        }

        if (_hasEnded)
        {
            return unread.IndexOfAnyExcept(" \t\r\n"u8) >= 0 ? throw new InvalidDataException("Something follows the JSON array of the body.")
                : isEnd ? ScanResult.End
                : ScanResult.More(unread.Length);
        }

        for (var i = _looked; i < unread.Length; i++)
        {
            if (_isInString)
            {
                _isInString = _isEscaped || unread[i] != (byte)'"';
                _isEscaped = !_isEscaped && unread[i] == (byte)'\\';
                continue;
            }

            switch (unread[i])
            {
                case (byte)'"':
                    _isInString = true;
                    break;
                case (byte)'[' or (byte)'{':
                    _depth++;
                    break;
                case (byte)']' when _depth == 0:
                    _hasEnded = true;
                    return Element(unread, i, mayBeEmpty: !_needsElement);
                case (byte)']' or (byte)'}':
                    _depth--;
                    break;
                case (byte)',' when _depth == 0:
                    _needsElement = true;
                    return Element(unread, i, mayBeEmpty: false);
            }
        }

        if (isEnd)
        {
            return ScanResult.Cut;
        }

        _looked = unread.Length;
        return ScanResult.More();
    }

    private ScanResult Element(ReadOnlySpan<byte> unread, int end, bool mayBeEmpty)
    {
        _looked = 0;
        var start = unread[..end].IndexOfAnyExcept(" \t\r\n"u8);
        return start >= 0 ? new ScanResult(ScanKind.Item, start, end - start, end + 1)
            : mayBeEmpty ? ScanResult.More(end + 1)
            : throw new InvalidDataException("The JSON array of the body lacks an element between two commas.");
    }
}
