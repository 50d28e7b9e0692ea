namespace Jero.Streaming;

/// <summary>Waits for a lifecycle to yield its stream. It is separate from the pump, which is compiled for each item type.</summary>
internal static class StreamSetUp
{
    /// <summary>Runs the set-up. Also returns if the stream was stopped in the meantime.</summary>
    public static async Task RunAsync(SourceEnumeration source, PumpWaiter waiter, StreamStop stop)
    {
        if (!stop.EnterSource())
        {
            return;
        }

        var move = source.SetUp(stop.Token);
        if (!stop.LeaveSource())
        {
            source.Watch(move);
            return;
        }

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
}
