using System.Runtime.CompilerServices;
using Jero;

namespace Runtime.TestApp;

[Endpoint("/events")]
public sealed partial class EventsEndpoint
{
    /// <summary>One event, then silence until the stop.</summary>
    public SSEResponse<Tick> Get() => new(OneThenWait());

    private static async IAsyncEnumerable<Tick> OneThenWait([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        yield return new Tick(1);
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
    }
}
