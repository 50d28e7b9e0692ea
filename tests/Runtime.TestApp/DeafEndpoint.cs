using Jero;

namespace Runtime.TestApp;

[Endpoint("/deaf")]
public sealed partial class DeafEndpoint
{
    /// <summary>One event, then silence for ever, whatever the token says.</summary>
    public SSEResponse<Tick> Get() => new(Deaf());

    private static async IAsyncEnumerable<Tick> Deaf()
    {
        yield return new Tick(1);
        await Task.Delay(Timeout.InfiniteTimeSpan, CancellationToken.None);
    }
}
