namespace Jero.Inspector.Observation;

/// <summary>Measures how much comes in a second, between two looks.</summary>
internal sealed class Rate(long since)
{
    private long _items;
    private long _bytes;
    private long _since = since;

    public double Items { get; private set; }

    public double Bytes { get; private set; }

    /// <summary>Called by one thread at a time.</summary>
    public void Look(long items, long bytes, long now, TimeProvider time)
    {
        var seconds = time.GetElapsedTime(_since, now).TotalSeconds;
        if (seconds <= 0)
        {
            return;
        }

        Items = (items - _items) / seconds;
        Bytes = (bytes - _bytes) / seconds;
        (_items, _bytes, _since) = (items, bytes, now);
    }
}
