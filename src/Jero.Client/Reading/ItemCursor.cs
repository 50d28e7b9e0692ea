namespace Jero.Client.Reading;

/// <summary>Reads the items of a body as bytes. One reader at a time.</summary>
/// <param name="body">The body, which the caller disposes.</param>
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

    /// <summary>The number of items that were found.</summary>
    public long Items { get; private set; }

    /// <summary>The item that was found last. It is valid until the next call of <see cref="Next"/>.</summary>
    public ReadOnlySpan<byte> Current => _window.Unread.Slice(_found.Start, _found.Length);

    /// <summary>Looks for the next item in the bytes that have come.</summary>
    /// <exception cref="InvalidDataException">The item is too large, or the body does not have the expected form.</exception>
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
    /// <exception cref="InvalidDataException">The bytes that have come are more than an item may have.</exception>
    /// <exception cref="IOException">The body broke off.</exception>
    public async ValueTask ReadAsync(CancellationToken cancellationToken)
    {
        _window.Take(_found.Taken);
        _found = ScanResult.More();
        _isEnd = !await _window.ReadAsync(Items + 1, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => _window.Dispose();
}
