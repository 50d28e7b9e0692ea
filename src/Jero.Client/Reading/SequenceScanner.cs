namespace Jero.Client.Reading;

/// <summary>Finds the items of a JSON text sequence: RS, an item, LF (RFC 7464).</summary>
internal struct SequenceScanner : IItemScanner
{
    private const byte Separator = 0x1E;

    private int _looked;

    public ScanResult Scan(ReadOnlySpan<byte> unread, bool isEnd)
    {
        while (true)
        {
            var start = unread.IndexOfAnyExcept("\u001e \t\r\n"u8);
            if (start < 0)
            {
                _looked = 0;
                return isEnd ? ScanResult.End : ScanResult.More(unread.Length);
            }

            var from = Math.Max(start, _looked);
            var next = unread[from..].IndexOf(Separator);
            if (next >= 0)
            {
                _looked = 0;
                return new ScanResult(ScanKind.Item, start, from + next - start, from + next);
            }

            // A line feed after an item means that it is complete (RFC 7464, section 2.4), but an item itself may contain line feeds.
            if (unread[^1] == (byte)'\n' && LineScanner.IsWholeValue(unread[start..]))
            {
                _looked = 0;
                return new ScanResult(ScanKind.Item, start, unread.Length - start, unread.Length);
            }

            if (isEnd)
            {
                return LineScanner.IsWhole(unread[start..]) ? new ScanResult(ScanKind.Item, start, unread.Length - start, unread.Length) : ScanResult.Cut;
            }

            _looked = unread.Length;
            return ScanResult.More();
        }
    }
}
