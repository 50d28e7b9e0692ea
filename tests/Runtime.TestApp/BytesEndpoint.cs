using System.Runtime.CompilerServices;
using Jero;

namespace Runtime.TestApp;

[Endpoint("/bytes")]
public sealed partial class BytesEndpoint(IHostApplicationLifetime lifetime)
{
    /// <summary>One chunk, then silence until the host begins to stop, then another.</summary>
    public StreamingResponse Get() => new(Drain());

    private async IAsyncEnumerable<byte[]> Drain([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        yield return "first,"u8.ToArray();
        var stopping = new TaskCompletionSource();
        await using var registration = lifetime.ApplicationStopping.Register(stopping.SetResult);
        await stopping.Task.WaitAsync(cancellationToken);
        yield return "last"u8.ToArray();
    }
}
