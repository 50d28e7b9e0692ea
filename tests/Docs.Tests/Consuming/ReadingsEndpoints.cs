using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Jero;
using Microsoft.AspNetCore.Mvc;

namespace Docs.Tests.Consuming;

public sealed record Reading(int Number, double Celsius);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Reading))]
internal sealed partial class AppJson : JsonSerializerContext;

[Endpoint("/readings")]
public sealed partial class ReadingsEndpoint
{
    /// <summary>So many readings, and then the end.</summary>
    public NDJSONStreamingResponse<Reading> Get(int count) => new(Source.Read(0, count));
}

[Endpoint("/readings/cut")]
public sealed partial class CutReadingsEndpoint
{
    /// <summary>Two readings, and then a fault.</summary>
    public NDJSONStreamingResponse<Reading> Get() => new(Source.Read(0, -2));
}

public sealed record LongReading(int Number, string Text);

[Endpoint("/readings/long")]
public sealed partial class LongReadingsEndpoint
{
    /// <summary>Two readings so long that no client gets one of them in a piece.</summary>
    public NDJSONStreamingResponse<LongReading> Get() =>
        new(Source.Read(0, 2).Select(static reading => new LongReading(reading.Number, new string('x', 1_000_000))));
}

[Endpoint("/readings/live")]
public sealed partial class LiveReadingsEndpoint
{
    /// <summary>Two readings a connection, so that a client has to come back for more. One that has seen four is refused.</summary>
    public SSEResponse<Reading> Get([FromHeader(Name = "Last-Event-ID")] string? lastEventId)
    {
        _ = int.TryParse(lastEventId, out var last);
        return last >= 4 ? throw new ProblemException(StatusCodes.Status404NotFound) : new(Events(last));
    }

    private static async IAsyncEnumerable<ServerSentEvent<Reading>> Events(
        int after, [EnumeratorCancellation] CancellationToken token = default)
    {
        await foreach (var reading in Source.Read(after, 2, token))
        {
            yield return new(reading) { Id = $"{reading.Number}", Event = "reading" };
        }
    }
}

internal static class Source
{
    /// <summary>So many readings; a fault behind them where the count is negative.</summary>
    public static async IAsyncEnumerable<Reading> Read(int after, int count, [EnumeratorCancellation] CancellationToken token = default)
    {
        for (var number = after + 1; number <= after + Math.Abs(count); number++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), token);
            yield return new Reading(number, 20 + number % 7);
        }

        if (count < 0) throw new InvalidDataException("The source broke.");
    }
}
