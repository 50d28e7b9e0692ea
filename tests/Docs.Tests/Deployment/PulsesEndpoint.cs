using System.Runtime.CompilerServices;
using Jero;

namespace Docs.Tests.Deployment;

public sealed record Pulse(int Number);

[Endpoint("/pulses/{count:int}")]
public sealed partial class PulsesEndpoint
{
    /// <summary>So many items, and then silence; a fault behind the first one where the count is negative.</summary>
    public NDJSONStreamingResponse<Pulse> Get(int count) => new(Pulses(count));

    private static async IAsyncEnumerable<Pulse> Pulses(int count, [EnumeratorCancellation] CancellationToken token = default)
    {
        for (var number = 1; number <= Math.Abs(count); number++)
        {
            yield return new Pulse(number);
        }

        if (count < 0) throw new InvalidDataException("The source broke.");
        await Task.Delay(Timeout.Infinite, token);
    }
}
