namespace Jero.Streaming;

/// <summary>The wait for a lifecycle to yield its stream. Apart from the pump, which is compiled for each kind of item.</summary>
internal static class StreamSetUp
{
    /// <summary>Returns also when the stream was stopped meanwhile.</summary>
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
