namespace Jero.Client.Reading;

/// <summary>
/// Finds where the items of a body begin and end. It remembers how far it has looked, so that it looks at each byte once.
/// </summary>
internal interface IItemScanner
{
    /// <summary>Looks for the next item in the bytes that have come and are not taken yet.</summary>
    /// <param name="unread">
    /// The bytes from the first one that is not taken. There are more than at the last call, unless that found an item.
    /// </param>
    /// <param name="isEnd">Whether no more bytes come.</param>
    ScanResult Scan(ReadOnlySpan<byte> unread, bool isEnd);
}

/// <summary>Describes what a scanner found.</summary>
/// <param name="Kind">Whether there is an item.</param>
/// <param name="Start">Where the item begins.</param>
/// <param name="Length">The length of the item in bytes.</param>
/// <param name="Taken">How many bytes can be discarded.</param>
internal readonly record struct ScanResult(ScanKind Kind, int Start, int Length, int Taken)
{
    public static ScanResult More(int taken = 0) => new(ScanKind.More, 0, 0, taken);

    public static ScanResult End { get; } = new(ScanKind.End, 0, 0, 0);

    public static ScanResult Cut { get; } = new(ScanKind.Cut, 0, 0, 0);
}

/// <summary>Specifies what a scanner found.</summary>
internal enum ScanKind
{
    /// <summary>An item.</summary>
    Item,

    /// <summary>No item yet.</summary>
    More,

    /// <summary>The end, and nothing is missing.</summary>
    End,

    /// <summary>The end, in the middle of something.</summary>
    Cut,
}
