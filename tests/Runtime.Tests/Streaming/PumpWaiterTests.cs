using Jero.Streaming;

namespace Runtime.Tests.Streaming;

public class PumpWaiterTests
{
    [Fact]
    public void A_signal_stays_raised_until_it_is_taken()
    {
        var waiter = new PumpWaiter();
        waiter.Raise(PumpSignals.Moved | PumpSignals.Timer);
        Assert.True(waiter.WaitAsync(PumpSignals.Moved).AsTask().IsCompletedSuccessfully);
        Assert.True(waiter.Take(PumpSignals.Moved));
        Assert.False(waiter.Take(PumpSignals.Moved));
        Assert.True(waiter.Take(PumpSignals.Timer));
    }

    [Fact]
    public void A_wait_is_not_ended_by_what_it_does_not_wait_for()
    {
        var waiter = new PumpWaiter();
        var wait = waiter.WaitAsync(PumpSignals.Flushed).AsTask();
        waiter.Raise(PumpSignals.Moved);
        Assert.False(wait.IsCompleted);
        waiter.Raise(PumpSignals.Flushed);
        Assert.True(wait.IsCompletedSuccessfully);
        Assert.True(waiter.Take(PumpSignals.Moved));
    }

    [Fact]
    public async Task No_signal_is_lost_while_two_threads_raise_and_one_waits()
    {
        const int Rounds = 100_000;
        var waiter = new PumpWaiter();
        var moved = 0;
        var acknowledged = 0;
        var cancel = TestContext.Current.CancellationToken;
        var mover = Task.Run(
            () =>
            {
                for (var i = 1; i <= Rounds; i++)
                {
                    waiter.Raise(PumpSignals.Moved);
                    SpinWait.SpinUntil(() => Volatile.Read(ref acknowledged) == i || cancel.IsCancellationRequested);
                }
            },
            cancel);
        using var noise = new Timer(_ => waiter.Raise(PumpSignals.Timer), null, 0, 1);
        while (moved < Rounds)
        {
            await waiter.WaitAsync(PumpSignals.Moved | PumpSignals.Timer);
            waiter.Take(PumpSignals.Timer);
            if (waiter.Take(PumpSignals.Moved))
            {
                Volatile.Write(ref acknowledged, ++moved);
            }
        }

        await mover.WaitAsync(App.Patience, cancel);
    }
}
