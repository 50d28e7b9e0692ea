using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Jero;
using Microsoft.AspNetCore.Mvc;

namespace Testing.Tests.Products;

public sealed record Reading(int Number);

/// <summary>What a test publishes, for one subscriber.</summary>
public sealed class Feed
{
    private readonly Channel<Reading> _readings = Channel.CreateUnbounded<Reading>();

    public void Publish(int number) => _readings.Writer.TryWrite(new(number));

    public IAsyncEnumerable<Reading> FollowAsync(CancellationToken cancellation) => _readings.Reader.ReadAllAsync(cancellation);
}

/// <summary>What holds a source until the test lets it go.</summary>
public sealed class Gate : IDisposable
{
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Opened => _opened.Task;

    public Task Reached => _reached.Task;

    public void Reach() => _reached.TrySetResult();

    public void Open() => _opened.TrySetResult();

    public void Dispose() => Open();
}

/// <summary>A reading a second, for ever, after the last one that was seen.</summary>
[Endpoint("/readings/live")]
public sealed partial class LiveEndpoint(TimeProvider time)
{
    public SSEResponse<Reading> Get([FromHeader(Name = "Last-Event-ID")] string? lastEventId) =>
        new(ReadAsync(int.TryParse(lastEventId, out var last) ? last : 0)) { KeepAlive = TimeSpan.FromSeconds(15) };

    private async IAsyncEnumerable<ServerSentEvent<Reading>> ReadAsync(
        int last, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        while (true)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), time, cancellation);
            yield return new(new Reading(++last)) { Id = last.ToString(CultureInfo.InvariantCulture), Event = "reading" };
        }
    }
}

/// <summary>Readings that follow each other so fast that the next is asked for before the last is sent, on threads of their own.</summary>
[Endpoint("/readings/rapid")]
public sealed partial class RapidEndpoint(TimeProvider time)
{
    public async IAsyncEnumerable<Reading> ReadAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        for (var number = 1; ; number++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), time, cancellation);
            await Task.Yield();
            yield return new Reading(number);
        }
    }

    public NDJSONStreamingResponse<Reading> Get(CancellationToken cancellation) => new(ReadAsync(cancellation));
}

/// <summary>What is published.</summary>
[Endpoint("/feed")]
public sealed partial class FeedEndpoint(Feed feed)
{
    public SSEResponse<Reading> Get(CancellationToken cancellation) =>
        new(feed.FollowAsync(cancellation)) { KeepAlive = TimeSpan.FromSeconds(15) };
}

/// <summary>What is published, a line each: the headers go with the first.</summary>
[Endpoint("/feed/lines")]
public sealed partial class FeedLinesEndpoint(Feed feed)
{
    public NDJSONStreamingResponse<Reading> Get(CancellationToken cancellation) => new(feed.FollowAsync(cancellation));
}

/// <summary>So many readings, as fast as they are taken.</summary>
[Endpoint("/readings")]
public sealed partial class ReadingsEndpoint
{
    public NDJSONStreamingResponse<Reading> Get(int count) => new(ReadAsync(count));

    private static async IAsyncEnumerable<Reading> ReadAsync(int count)
    {
        for (var number = 1; number <= count; number++)
        {
            await Task.Yield();
            yield return new(number);
        }
    }
}

/// <summary>Bytes without end.</summary>
[Endpoint("/bytes")]
public sealed partial class BytesEndpoint
{
    public StreamingResponse Get() => new(ReadAsync());

    private static async IAsyncEnumerable<byte[]> ReadAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        while (!cancellation.IsCancellationRequested)
        {
            await Task.Yield();
            yield return new byte[20_000];
        }
    }
}

/// <summary>Text as events, one of them with a name.</summary>
[Endpoint("/words")]
public sealed partial class WordsEndpoint
{
    public SSEResponse Get() => new(ReadAsync());

    private static async IAsyncEnumerable<ServerSentEvent<string>> ReadAsync()
    {
        await Task.Yield();
        yield return new("one");
        yield return new("two\nlines") { Event = "pair", Id = "2" };
    }
}
