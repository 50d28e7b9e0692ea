using System.Runtime.CompilerServices;
using Jero;

namespace Docs.Tests.Migrating;

public sealed record Price(string Symbol, decimal Value);

public sealed class Prices
{
    public async IAsyncEnumerable<Price> FollowAsync([EnumeratorCancellation] CancellationToken token = default)
    {
        foreach (var value in (decimal[])[410.2m, 410.3m, 410.1m])
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), token);
            yield return new Price("MSFT", value);
        }
    }
}

[Endpoint("/endpoint/prices")]
public sealed partial class PricesEndpoint(Prices prices)
{
    public SSEResponse<Price> Get() => new(Ticks());

    private async IAsyncEnumerable<ServerSentEvent<Price>> Ticks([EnumeratorCancellation] CancellationToken token = default)
    {
        await foreach (var price in prices.FollowAsync(token))
        {
            yield return new(price) { Event = "tick" };
        }
    }
}
