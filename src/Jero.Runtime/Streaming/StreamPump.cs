using Jero.Streaming.Framing;

namespace Jero.Streaming;

/// <summary>
/// The pull loop of every stream. Generic over the framing struct, so that an item costs neither an interface call nor an allocation;
/// what does not depend on the item lives in <see cref="ResponseOutput"/> and <see cref="StreamRun"/>.
/// </summary>
internal sealed class StreamPump<TItem, TFraming>(
    SourceEnumeration<TItem> source, TFraming framing, ResponseOutput output, PumpWaiter waiter, StreamStop stop)
    : IStreamPump
    where TFraming : struct, IFraming<TItem>
{
    public bool HasLifecycle => source.HasLifecycle;

    public bool IsPulling => source.IsPending;

    /// <summary>Runs the lifecycle's set-up. Returns also when the stream was stopped meanwhile.</summary>
    public async Task SetUpAsync()
    {
        var move = source.SetUp(stop.Token);
        if (!move.IsCompleted)
        {
            source.Watch(move);
            while (!source.HasMoved())
            {
                waiter.Take(PumpSignals.Stop);
                if (stop.IsDecided)
                {
                    return;
                }

                await waiter.WaitAsync(PumpSignals.Moved | PumpSignals.Stop).ConfigureAwait(false);
            }
        }

        source.SetUpDone(move.GetResult());
    }

    /// <summary>Pulls until the source ends or the stream is stopped. At the source's end everything has been flushed.</summary>
    public async Task PullAsync()
    {
        var items = source.Open(stop.Token);
        while (!stop.IsDecided)
        {
            var move = SourceEnumeration<TItem>.AwaiterOf(items.MoveNextAsync());
            if (!move.IsCompleted)
            {
                source.Watch(move);
                await output.FlushAsync().ConfigureAwait(false);
                while (!source.HasMoved())
                {
                    waiter.Take(PumpSignals.Stop);
                    if (stop.IsDecided)
                    {
                        return;
                    }

                    if (output.IsKeepAliveDue())
                    {
                        await output.KeepAliveAsync().ConfigureAwait(false);
                        continue;
                    }

                    output.Buffer.Release();
                    await waiter.WaitAsync(PumpSignals.Moved | PumpSignals.Stop | PumpSignals.Timer).ConfigureAwait(false);
                }
            }

            if (!move.GetResult())
            {
                await output.FlushAsync().ConfigureAwait(false);
                stop.TryDecide(StopReason.Completed);
                return;
            }

            var before = output.Buffer.Length;
            framing.Write(output.Buffer, items.Current);
            if (output.Buffer.Length == before)
            {
                continue;
            }

            output.ItemWritten();
            if (output.IsFlushDue)
            {
                await output.FlushAsync().ConfigureAwait(false);
            }
        }
    }

    public Task<bool> TearDownAsync() => source.TearDownAsync();
}
