using Jero.Inspector.Views;

namespace Jero.Inspector.Observation;

/// <summary>Keeps the last streams that ended. Thread-safe.</summary>
internal sealed class EndedStreams
{
    private const int Kept = 200;

    private readonly Lock _gate = new();
    private readonly EndedRecord[] _records = new EndedRecord[Kept];

    /// <summary>How many have ended since the app began.</summary>
    public long Total { get; private set; }

    public void Add(EndedRecord ended)
    {
        lock (_gate)
        {
            _records[Total++ % Kept] = ended;
        }
    }

    /// <summary>The last ones, the newest first.</summary>
    public EndedList List()
    {
        lock (_gate)
        {
            var last = new List<EndedStream>(Kept);
            for (var i = Total - 1; i >= Math.Max(0, Total - Kept); i--)
            {
                last.Add(_records[i % Kept].ToView());
            }

            return new EndedList(Total, last);
        }
    }
}
