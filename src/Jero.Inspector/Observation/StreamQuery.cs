using Jero.Inspector.Views;

namespace Jero.Inspector.Observation;

/// <summary>Which of the open streams are looked at: one screen of them, in an order.</summary>
internal sealed record StreamQuery
{
    public string? Text { get; init; }

    public string? Route { get; init; }

    public StreamOrder Order { get; init; }

    public bool IsDescending { get; init; }

    public int Skip { get; init; }

    public int Take { get; init; }

    public OpenStreams Run(StreamWatcher streams)
    {
        streams.Look();
        var total = 0;
        var matching = new List<(double Key, string? Text, ObservedStream Stream)>();
        foreach (var stream in streams.Open)
        {
            total++;
            if (Matches(stream))
            {
                matching.Add((KeyOf(stream), TextOf(stream), stream));
            }
        }

        // Streams that compare equal stay where they were from one second to the next.
        matching.Sort((one, other) =>
        {
            var order = Order is StreamOrder.Route or StreamOrder.User
                ? string.CompareOrdinal(one.Text, other.Text)
                : one.Key.CompareTo(other.Key);
            return order == 0 ? one.Stream.Info.Id.CompareTo(other.Stream.Info.Id) : IsDescending ? -order : order;
        });
        var shown = matching.Skip(Skip).Take(Take).Select(static match => match.Stream.ToView());
        return new OpenStreams(total, matching.Count, Skip, [.. shown]);
    }

    private bool Matches(ObservedStream stream) =>
        (Route is null || Route == $"{stream.Info.Method} {stream.Info.Route}")
        && (string.IsNullOrEmpty(Text)
            || Has(stream.Info.Route)
            || Has(stream.User)
            || Has(stream.Info.Method)
            || Has(stream.Protocol)
            || Has(stream.Remote));

    private bool Has(string? text) => text?.Contains(Text!, StringComparison.OrdinalIgnoreCase) == true;

    private string? TextOf(ObservedStream stream) => Order switch
    {
        StreamOrder.Route => stream.Info.Route,
        StreamOrder.User => stream.User,
        _ => null,
    };

    private double KeyOf(ObservedStream stream) => Order switch
    {
        StreamOrder.Age => stream.Age.TotalSeconds,
        StreamOrder.Items => stream.Items,
        StreamOrder.Bytes => stream.Bytes,
        StreamOrder.Rate => stream.Rate.Items,
        StreamOrder.LastItem => stream.LastItemAge ?? double.MaxValue,
        StreamOrder.Activity => (double)stream.Activity,
        _ => stream.Info.Id,
    };
}
