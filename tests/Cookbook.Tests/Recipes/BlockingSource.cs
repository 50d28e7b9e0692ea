using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Jero;

namespace Cookbook;

public sealed record Measurement(int Number, double Value);

/// <summary>A driver that has no asynchronous calls.</summary>
public interface IInstrument
{
    /// <summary>What is measured next. Blocks the thread until it is there; null at the end.</summary>
    Measurement? Read();
}

[Endpoint("/measurements")]
public sealed partial class MeasurementsEndpoint(IInstrument instrument)
{
    /// <summary>Every measurement as it comes.</summary>
    public SSEResponse<Measurement> Get() => new(OffThread.RunAsync(Measurements));

    private IEnumerable<Measurement> Measurements()
    {
        while (instrument.Read() is { } measurement) yield return measurement;
    }
}

public static class OffThread
{
    private const int Ahead = 16;   // what is read before the client has taken it

    /// <summary>Runs a source that blocks on a thread of its own.</summary>
    public static async IAsyncEnumerable<T> RunAsync<T>(
        Func<IEnumerable<T>> source, [EnumeratorCancellation] CancellationToken token = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        var items = Channel.CreateBounded<T>(new BoundedChannelOptions(Ahead) { SingleReader = true, SingleWriter = true });
        var reading = Task.Factory.StartNew(
            () => Read(source, items.Writer, stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            await foreach (var item in items.Reader.ReadAllAsync(token)) yield return item;
        }
        finally
        {
            await stop.CancelAsync();
            await reading;   // what the source uses is the request's: it must be back before that is disposed
        }
    }

    private static void Read<T>(Func<IEnumerable<T>> source, ChannelWriter<T> items, CancellationToken token)
    {
        Exception? fault = null;
        try
        {
            foreach (var item in source())
            {
                // Waits as the source does: the thread has nothing else to do.
                items.WriteAsync(item, token).AsTask().GetAwaiter().GetResult();
            }
        }
        catch (Exception exception)
        {
            fault = exception;
        }

        items.Complete(fault);
    }
}
