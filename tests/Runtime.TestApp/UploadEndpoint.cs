using Jero;

namespace Runtime.TestApp;

/// <summary>What a whole upload was.</summary>
/// <param name="Count">How many ticks came.</param>
/// <param name="Total">Their numbers' sum.</param>
/// <param name="MostHeap">The most bytes that were reachable at one of its looks.</param>
public sealed record Uploaded(int Count, long Total, long MostHeap);

[Endpoint("/upload")]
public sealed partial class UploadEndpoint
{
    private const int Look = 100_000;

    /// <summary>Adds up ticks, and looks at the heap after the first and after each hundred thousand.</summary>
    /// <param name="ticks">One a line.</param>
    [Microsoft.AspNetCore.Mvc.DisableRequestSizeLimit]
    public async Task<JSONResponse<Uploaded>> PostAsync(IAsyncEnumerable<Tick> ticks)
    {
        var (count, total, most) = (0, 0L, 0L);
        await foreach (var tick in ticks)
        {
            total += tick.Number;
            if (count++ % Look == 0)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
            }
        }

        return new(new Uploaded(count, total, most));
    }
}
