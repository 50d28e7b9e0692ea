namespace Jero.Streaming;

/// <summary>Specifies what a stream waits for.</summary>
[Flags]
internal enum PumpSignals
{
    /// <summary>The pending MoveNextAsync has called back.</summary>
    Moved = 1,

    /// <summary>The pending flush has called back.</summary>
    Flushed = 2,

    /// <summary>A deadline may be over.</summary>
    Timer = 4,

    /// <summary>A stop was requested.</summary>
    Stop = 8,
}
