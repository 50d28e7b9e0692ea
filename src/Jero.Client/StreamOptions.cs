namespace Jero.Client;

/// <summary>How a stream is read.</summary>
public class StreamOptions
{
    /// <summary>
    /// How many bytes one item may have, 1 MiB unless set. For an event it is the data and each single line. A larger one is an
    /// <see cref="InvalidDataException"/>, before memory is taken for it.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int MaxItemBytes
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 1 << 20;

    /// <summary>The clock of every wait; the system's unless set.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    internal static StreamOptions Default { get; } = new();
}
