namespace Jero.Client.Reading;

/// <summary>Finds where the items of a body begin and end. Keeps what it has looked at, so that no byte is looked at twice.</summary>
internal interface IItemScanner
{
    /// <summary>Looks for the next item in what has come and is not taken yet.</summary>
    /// <param name="unread">From the first byte that is not taken; longer than at the last call unless an item was found then.</param>
    /// <param name="isEnd">Whether nothing more comes.</param>
    ScanResult Scan(ReadOnlySpan<byte> unread, bool isEnd);
}

/// <summary>What a scanner found.</summary>
/// <param name="Kind">Whether there is an item.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="Taken">How many bytes are done with.</param>
internal readonly record struct ScanResult(ScanKind Kind, int Start, int Length, int Taken)
{
    public static ScanResult More(int taken = 0) => new(ScanKind.More, 0, 0, taken);

    public static ScanResult End { get; } = new(ScanKind.End, 0, 0, 0);

    public static ScanResult Cut { get; } = new(ScanKind.Cut, 0, 0, 0);
}

/// <summary>What a scanner found.</summary>
internal enum ScanKind
{
    /// <summary>An item.</summary>
    Item,

    /// <summary>No item yet.</summary>
    More,

    /// <summary>The end, after which nothing is missing.</summary>
    End,

    /// <summary>The end, in the midst of something.</summary>
    Cut,
}
