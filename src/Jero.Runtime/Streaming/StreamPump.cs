using Jero.Sources;

namespace Jero.Streaming;

/// <summary>
/// Runs the pull loop over a stream's source. It is generic over the framing struct, so that an item costs neither an interface call nor an
/// allocation. <see cref="ResponseOutput"/> and <see cref="StreamRun"/> have what does not depend on the item.
/// </summary>
internal sealed class StreamPump<TItem, TFraming>(
    StreamSource<TItem> source, TFraming framing, StreamSettings settings, ResponseOutput output, PumpWaiter waiter, StreamStop stop)
    : SourceEnumeration<TItem>(source, waiter, settings), IStreamPump
    where TFraming : struct, IFraming<TItem>
{
    public SourceEnumeration Source => this;

    /// <summary>Runs the set-up of the lifecycle. Also returns if the stream was stopped in the meantime.</summary>
    public Task SetUpAsync() => StreamSetUp.RunAsync(this, Waiter, stop);

    /// <remarks>
    /// A stream is idle here for most of its life. So no method waits for this one: it goes on with the run itself.
    /// </remarks>
    public async Task PullAsync(StreamRun run)
    {
        try
        {
            IAsyncEnumerator<TItem>? items = null;
            var hasMoved = false;
            while (stop.EnterSource())
            {
                items ??= Open(stop.Token);
                var pause = WriteAvailable(items, hasMoved);
                if (!stop.LeaveSource() || pause == Pause.Stop)
                {
                    return;
                }

                // With a lifecycle it waits for teardown, where a second stream would show.
                if (pause == Pause.End && !HasLifecycle && !stop.IsDecided)
                {
                    output.WriteEnding();
                }

                if (TFraming.Borrows && output.HasBorrowed)
                {
                    await output.FlushBorrowedAsync().ConfigureAwait(false);
                }
                else
                {
                    await output.FlushAsync().ConfigureAwait(false);
                }

                if (pause == Pause.End)
                {
                    stop.TryDecide(StopReason.Completed);
                    return;
                }

                hasMoved = false;
                while (pause == Pause.Wait && !(hasMoved = HasMoved()))
                {
                    Waiter.Take(PumpSignals.Stop);
                    if (stop.IsOver)
                    {
                        return;
                    }

                    if (output.IsKeepAliveDue())
                    {
                        await output.KeepAliveAsync().ConfigureAwait(false);
                        continue;
                    }

                    output.Buffer.Release();
                    await Waiter.WaitAsync(PumpSignals.Moved | PumpSignals.Stop | PumpSignals.Timer).ConfigureAwait(false);
                }
            }
        }
        catch (Exception exception)
        {
            run.Caught(exception);
        }
        finally
        {
            _ = run.FinishAsync();
        }
    }

    /// <summary>
    /// Writes items as long as they are ready. Not async: a state machine keeps in memory what lives across an await, which costs more than
    /// everything else that happens to an item here.
    /// </summary>
    private Pause WriteAvailable(IAsyncEnumerator<TItem> items, bool hasMoved)
    {
        while (hasMoved || !stop.IsOver)
        {
            bool hasItem;
            if (hasMoved)
            {
                hasMoved = false;
                hasItem = TakeMove();
            }
            else
            {
                var move = items.MoveNextAsync();
                if (!move.IsCompleted)
                {
                    Watch(move.ConfigureAwait(false).GetAwaiter());
                    return Pause.Wait;
                }

                hasItem = move.GetAwaiter().GetResult();
            }

            if (!hasItem)
            {
                return Pause.End;
            }

            framing.Write(output.Buffer, items.Current);
            if (TFraming.Borrows ? output.ChunkWritten() : output.ItemWritten())
            {
                return Pause.Flush;
            }
        }

        return Pause.Stop;
    }

    /// <summary>Specifies why no further item is written for now.</summary>
    private enum Pause
    {
        /// <summary>The stream was stopped.</summary>
        Stop,

        /// <summary>The source has ended.</summary>
        End,

        /// <summary>A batch is full, or old enough.</summary>
        Flush,

        /// <summary>The next item is not ready.</summary>
        Wait,
    }
}
