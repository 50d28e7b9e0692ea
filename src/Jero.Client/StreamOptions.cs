namespace Jero.Client;

/// <summary>Sets how a stream is read.</summary>
public class StreamOptions
{
    /// <summary>
    /// Gets how many bytes one item may have. The default is 1 MiB. For an event the limit applies to the data and to each line. A larger
    /// item throws an <see cref="InvalidDataException"/> before memory is allocated for it.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int MaxItemBytes
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 1 << 20;

    /// <summary>Gets the clock for every wait. The default is the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    internal static StreamOptions Default { get; } = new();
}
