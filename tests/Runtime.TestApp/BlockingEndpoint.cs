using Jero;

namespace Runtime.TestApp;

[Endpoint("/blocking")]
public sealed partial class BlockingEndpoint
{
    /// <summary>One event, then a thread that never comes back, as of a driver that hangs in a read.</summary>
    public SSEResponse<Tick> Get() => new(Blocking());

    private static async IAsyncEnumerable<Tick> Blocking()
    {
        yield return new Tick(1);

        // The event is sent before this wait.
        await Task.Yield();
        Thread.Sleep(Timeout.Infinite);
    }
}
