using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace Inspector.Tests.App;

[Endpoint("/ticks/{kind}")]
public sealed partial class TicksEndpoint
{
    /// <summary>Events with ids, from the one after the last that was seen.</summary>
    /// <param name="kind">The name of the events.</param>
    /// <param name="first">How many come at once; 3 unless given.</param>
    /// <param name="lastEventId">The last id that was seen.</param>
    public SSEResponse<Row> Get(string kind, int? first, [FromHeader(Name = "Last-Event-ID")] string? lastEventId)
    {
        var after = int.TryParse(lastEventId, CultureInfo.InvariantCulture, out var id) ? id : 0;
        return new(Endless.Then(Enumerable.Range(after + 1, first ?? 3).Select(number =>
            new ServerSentEvent<Row>(new Row(number, $"tick {number}")) { Event = kind, Id = $"{number}" })));
    }
}
