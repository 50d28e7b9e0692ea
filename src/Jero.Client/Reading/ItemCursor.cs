namespace Jero.Client.Reading;

/// <summary>Goes through the items of a body as bytes. One reader at a time.</summary>
/// <param name="body">Stays the caller's.</param>
/// <param name="scanner">The form of the body.</param>
/// <param name="limit">How many bytes an item may have.</param>
internal sealed class ItemCursor<TScanner>(Stream body, TScanner scanner, int limit) : IDisposable
    where TScanner : struct, IItemScanner
{
    private readonly ByteWindow _window = new(body, limit);
    private ScanResult _found = ScanResult.More();
    private bool _mayHaveMark = true;
    private bool _isEnd;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>How many items were found.</summary>
    public long Items { get; private set; }

    /// <summary>The item that was found last, until the next is looked for.</summary>
    public ReadOnlySpan<byte> Current => _window.Unread.Slice(_found.Start, _found.Length);

    /// <summary>Looks for the next item in what has come.</summary>
    /// <exception cref="InvalidDataException">The item is larger than it may be, or the body is not of the form.</exception>
    public ScanKind Next()
    {
        _window.Take(_found.Taken);
        _found = ScanResult.More();
        if (_mayHaveMark)
        {
            if (!_isEnd && _window.Unread.Length < ByteOrderMark.Length && ByteOrderMark.StartsWith(_window.Unread))
            {
                return ScanKind.More;
            }

            _window.Take(_window.Unread.StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0);
            _mayHaveMark = false;
        }

        do
        {
            _window.Take(_found.Taken);
            _found = scanner.Scan(_window.Unread, _isEnd);
        }
        while (_found.Kind == ScanKind.More && _found.Taken > 0 && _found.Taken < _window.Unread.Length);
        if (_found.Kind == ScanKind.Item)
        {
            Items = _found.Length <= limit ? Items + 1 : throw ByteWindow.TooLarge(Items + 1, limit);
        }

        return _found.Kind;
    }

    /// <summary>Waits for more of the body, or its end.</summary>
    /// <exception cref="InvalidDataException">What has come is larger than an item may be.</exception>
    /// <exception cref="IOException">The body broke off.</exception>
    public async ValueTask ReadAsync(CancellationToken cancellationToken)
    {
        _window.Take(_found.Taken);
        _found = ScanResult.More();
        _isEnd = !await _window.ReadAsync(Items + 1, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => _window.Dispose();
}
