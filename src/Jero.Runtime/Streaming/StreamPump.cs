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
    private StreamRun? _run;

    public SourceEnumeration Source => this;

    /// <summary>Runs the set-up of the lifecycle. Also returns if the stream was stopped in the meantime.</summary>
    public Task SetUpAsync() => StreamSetUp.RunAsync(this, Waiter, stop);

    public void Pull(StreamRun run)
    {
        _run = run;
        GoOn();
    }

    public void GoOn() => _ = PullAsync();

    /// <remarks>
    /// A stream is idle for most of its life, and then has no state machine: this method returns before it waits for the source, and runs
    /// again when the wait is over.
    /// </remarks>
    private async Task PullAsync()
    {
        var goesOn = false;
        try
        {
            while (true)
            {
                var hasMoved = false;
                while (IsPending && !(hasMoved = HasMoved()))
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
                    if (Waiter.CallsBack(this, PumpSignals.Moved | PumpSignals.Stop | PumpSignals.Timer))
                    {
                        // Another thread may already run the pump.
                        goesOn = true;
                        return;
                    }
                }

                if (!stop.EnterSource())
                {
                    return;
                }

                var pause = WriteAvailable(OpenedItems ?? Open(stop.Token), hasMoved);
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
            }
        }
        catch (Exception exception)
        {
            _run!.Caught(exception);
        }
        finally
        {
            if (!goesOn)
            {
                _ = _run!.FinishAsync();
            }
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
