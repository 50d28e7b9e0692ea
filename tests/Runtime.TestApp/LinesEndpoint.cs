using System.Runtime.CompilerServices;
using Jero;

namespace Runtime.TestApp;

[Endpoint("/lines")]
public sealed partial class LinesEndpoint(IHostApplicationLifetime lifetime)
{
    /// <summary>One line, then silence until the host begins to stop, then nine more, each waited for.</summary>
    public NDJSONStreamingResponse<Tick> Get() => new(Drain());

    private async IAsyncEnumerable<Tick> Drain([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        yield return new Tick(1);
        var stopping = new TaskCompletionSource();
        await using var registration = lifetime.ApplicationStopping.Register(stopping.SetResult);
        await stopping.Task;
        for (var number = 2; number <= 10; number++)
        {
            await Task.Delay(10, cancellationToken);
            yield return new Tick(number);
        }
    }
}
