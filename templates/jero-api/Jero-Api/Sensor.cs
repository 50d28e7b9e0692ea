using System.Runtime.CompilerServices;

namespace Jero_Api;

/// <summary>What was measured, and when.</summary>
/// <param name="Number">Counts from 1.</param>
/// <param name="At">The moment, in UTC.</param>
/// <param name="Celsius">The temperature.</param>
public sealed record Reading(int Number, DateTimeOffset At, double Celsius);

/// <summary>Stands for whatever the readings really come from.</summary>
public sealed class Sensor(TimeProvider time)
{
    /// <summary>The readings that there are.</summary>
    public async IAsyncEnumerable<Reading> ReadAsync(int count, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        for (var number = 1; number <= count; number++)
        {
            yield return Measure(number);
            await Task.Delay(TimeSpan.FromMilliseconds(1), time, cancellation);
        }
    }

    /// <summary>A reading a second, until the client has gone.</summary>
    public async IAsyncEnumerable<Reading> FollowAsync(int after, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        for (var number = after + 1; ; number++)
        {
            yield return Measure(number);
            await Task.Delay(TimeSpan.FromSeconds(1), time, cancellation);
        }
    }

    private Reading Measure(int number) => new(number, time.GetUtcNow(), 20 + number % 7);
}
