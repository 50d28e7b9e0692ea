using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Runtime.CompilerServices;
using Jero;
using Microsoft.AspNetCore.Mvc;

namespace Testing.Tests.Products;

public sealed record Level([property: Range(0, 10)] int Height, string Place);

/// <summary>Takes two items from an enumerator that it does not dispose.</summary>
[Endpoint("/broken/leaks")]
public sealed partial class LeakingEndpoint(TimeProvider time)
{
    public SSEResponse<Reading> Get() => new(Wrap());

    private async IAsyncEnumerable<Reading> Wrap([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var inner = Inner(cancellation).GetAsyncEnumerator(cancellation);
        for (var taken = 0; taken < 2 && await inner.MoveNextAsync(); taken++)
        {
            yield return inner.Current;
        }
    }

    private async IAsyncEnumerable<Reading> Inner([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        for (var number = 1; ; number++)
        {
            await timer.WaitForNextTickAsync(cancellation);
            yield return new(number);
        }
    }
}

/// <summary>Does not observe its token.</summary>
[Endpoint("/broken/deaf")]
public sealed partial class DeafEndpoint(Gate gate)
{
    public SSEResponse<Reading> Get() => new(Listen());

    private async IAsyncEnumerable<Reading> Listen()
    {
        yield return new(1);
        await gate.Opened;
    }
}

/// <summary>Has a teardown that does not end.</summary>
[Endpoint("/broken/stuck")]
public sealed partial class StuckEndpoint(Gate gate)
{
    public SSEResponse<Reading> Get() => new(new Held(gate));

    private sealed class Held(Gate gate) : IAsyncEnumerable<Reading>, IAsyncEnumerator<Reading>
    {
        private CancellationToken _cancellation;

        public Reading Current { get; private set; } = new(0);

        public IAsyncEnumerator<Reading> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        {
            _cancellation = cancellationToken;
            return this;
        }

        public async ValueTask<bool> MoveNextAsync()
        {
            if (Current.Number == 1)
            {
                await Task.Delay(Timeout.Infinite, _cancellation);
            }

            Current = new(1);
            return true;
        }

        public async ValueTask DisposeAsync() => await gate.Opened;
    }
}

/// <summary>Blocks its thread.</summary>
[Endpoint("/broken/blocks")]
public sealed partial class BlockingEndpoint(Gate gate)
{
    public SSEResponse<Reading> Get() => new(Block());

    private async IAsyncEnumerable<Reading> Block()
    {
        yield return new(1);
        gate.Reach();
        gate.Opened.Wait(CancellationToken.None);
        await Task.Yield();
    }
}

/// <summary>Sends nothing.</summary>
[Endpoint("/broken/silent")]
public sealed partial class SilentEndpoint
{
    public SSEResponse<Reading> Get() => new(Wait());

    private static async IAsyncEnumerable<Reading> Wait([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await Task.Delay(Timeout.Infinite, cancellation);
        yield break;
    }
}

/// <summary>Sends what a middleware holds back.</summary>
[Endpoint("/broken/buffers")]
public sealed partial class BufferingEndpoint
{
    public SSEResponse<Reading> Get() => new(Send());

    private static async IAsyncEnumerable<Reading> Send([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        yield return new(1);
        yield return new(2);
        await Task.Delay(Timeout.Infinite, cancellation);
    }
}

/// <summary>Goes on one event too late, and with <c>?repeats</c> one too early.</summary>
[Endpoint("/broken/resume")]
public sealed partial class ForgetfulEndpoint
{
    public SSEResponse<Reading> Get([FromHeader(Name = "Last-Event-ID")] string? lastEventId, bool repeats = false) =>
        new(Go(int.TryParse(lastEventId, out var last) ? (repeats ? last - 1 : last + 1) : 0));

    private static async IAsyncEnumerable<ServerSentEvent<Reading>> Go(int last)
    {
        for (var number = last + 1; number <= 100; number++)
        {
            await Task.Yield();
            yield return new(new Reading(number)) { Id = number.ToString(CultureInfo.InvariantCulture) };
        }
    }
}

/// <summary>Sends an item that its own schema forbids.</summary>
[Endpoint("/broken/levels")]
public sealed partial class LevelsEndpoint
{
    public SSEResponse<Level> Get() => new(Measure());

    private static async IAsyncEnumerable<Level> Measure()
    {
        await Task.Yield();
        yield return new(9, "harbour");
        yield return new(11, "harbour");
    }
}

/// <summary>The same, a line each.</summary>
[Endpoint("/broken/levels/lines")]
public sealed partial class LevelLinesEndpoint
{
    public NDJSONStreamingResponse<Level> Get() => new(Measure());

    private static async IAsyncEnumerable<Level> Measure()
    {
        await Task.Yield();
        yield return new(-1, "harbour");
    }
}

/// <summary>Throws behind its second item. The clock moves on to that once the client has read both.</summary>
[Endpoint("/broken/faults")]
public sealed partial class FaultingEndpoint(TimeProvider time)
{
    public NDJSONStreamingResponse<Reading> Get() => new(Fail());

    private async IAsyncEnumerable<Reading> Fail([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        yield return new(1);
        await Task.Yield();
        yield return new(2);
        await Task.Delay(TimeSpan.FromSeconds(1), time, cancellation);
        throw new InvalidOperationException("The sensor is gone.");
    }
}
