using System.Runtime.CompilerServices;
using Jero;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Runtime.Tests.Streaming;

/// <summary>A source that ends well when it is told to stop.</summary>
public class LastWordsTests
{
    private const string End = "\r\n0\r\n\r\n";
    private static readonly TimeSpan MaxDuration = TimeSpan.FromSeconds(10);

    private readonly Probe _probe = new();
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task A_farewell_is_sent_when_the_longest_duration_is_over()
    {
        await using var app = await StartAsync((StreamStopping stopping) =>
            new SSEResponse(FarewellAsync(stopping)) { MaxDuration = MaxDuration, EndEvent = "end" });
        using var client = await RawClient.SendAsync(app, "/");
        await client.UntilAsync("first");
        _time.Advance(MaxDuration);
        await client.UntilAsync(End);
        Assert.Equal("data: first\n\nevent: bye\nretry: 7\ndata: MaximumDuration\n\n", client.Body);
        await App.UntilAsync(() => app.Log.HasEnded("MaximumDuration"), "the stream ends");
    }

    [Fact]
    public async Task A_farewell_is_sent_when_the_server_stops()
    {
        await using var app = await StartAsync((StreamStopping stopping) => new SSEResponse(FarewellAsync(stopping)));
        using var client = await RawClient.SendAsync(app, "/");
        await client.UntilAsync("first");
        app.Web.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        await client.UntilAsync(End);
        Assert.Equal("data: first\n\nevent: bye\nretry: 7\ndata: ServerStopping\n\n", client.Body);
    }

    [Fact]
    public async Task An_endpoint_class_takes_the_reason_without_waiting_for_it()
    {
        await using var app = await App.StartAsync(
            static web => web.MapEndpoint<FarewellEndpoint>(), services => services.AddSingleton<TimeProvider>(_time));
        using var client = await RawClient.SendAsync(app, "/farewell");
        await client.UntilAsync("first");
        _time.Advance(FarewellEndpoint.MaxDuration);
        await client.UntilAsync(End);
        Assert.Equal("data: first\n\ndata: MaximumDuration\n\n", client.Body);
    }

    [Fact]
    public async Task A_source_that_goes_on_is_ended_after_the_time_for_it()
    {
        static async IAsyncEnumerable<string> GoOnAsync()
        {
            while (true)
            {
                await Task.Delay(1);
                yield return "more";
            }
        }

        await using var app = await StartAsync((StreamStopping _) => new SSEResponse(GoOnAsync()) { MaxDuration = MaxDuration });
        using var client = await RawClient.SendAsync(app, "/");
        await client.UntilAsync("more");
        await AdvanceUntilEndAsync(client);
        await App.UntilAsync(() => app.Log.HasEnded("MaximumDuration"), "the stream ends");
    }

    [Fact]
    public async Task A_source_that_ignores_its_token_is_ended_after_the_time_for_it()
    {
        var signal = new TaskCompletionSource();
        await using var app = await StartAsync((StreamStopping _) =>
            new SSEResponse<Movie>(_probe.WaitThenOne(signal.Task)) { MaxDuration = MaxDuration });
        using var client = await RawClient.SendAsync(app, "/");
        await App.UntilAsync(() => _probe.Steps == "open", "the source is asked");
        await AdvanceUntilEndAsync(client);
        Assert.Equal("", client.Body);
        signal.SetResult();
        await App.UntilAsync(() => app.Log.HasEnded("MaximumDuration"), "the stream ends");
    }

    [Fact]
    public async Task Nobody_speaks_to_a_client_that_has_gone()
    {
        await using var app = await StartAsync((StreamStopping stopping) => new SSEResponse(FarewellAsync(stopping)));
        using (var client = await RawClient.SendAsync(app, "/"))
        {
            await client.UntilAsync("first");
        }

        await App.UntilAsync(() => app.Log.HasEnded("ClientGone"), "the stream ends");
        Assert.Equal("stopped by ClientGone, disposed", _probe.Steps);
    }

    [Fact]
    public async Task Without_the_parameter_the_body_ends_at_that_moment()
    {
        var signal = new TaskCompletionSource();
        async IAsyncEnumerable<string> HesitateAsync([EnumeratorCancellation] CancellationToken token = default)
        {
            yield return "first";
            await Task.Delay(Timeout.Infinite, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await signal.Task;
            yield return "late";
        }

        await using var app = await StartAsync(() => new SSEResponse(HesitateAsync()) { MaxDuration = MaxDuration });
        using var client = await RawClient.SendAsync(app, "/");
        await client.UntilAsync("first");
        _time.Advance(MaxDuration);
        await client.UntilAsync(End);
        Assert.Equal("data: first\n\n", client.Body);
        signal.SetResult();
    }

    [Fact]
    public async Task The_reason_is_there_in_teardown_whatever_ended_the_stream()
    {
        async IAsyncEnumerable<IAsyncEnumerable<Movie>> LifecycleAsync(StreamStopping stopping)
        {
            yield return _probe.Ready(1);
            await Task.Yield();
            _probe.Note(stopping.Reason.ToString());
        }

        await using var app = await StartAsync((StreamStopping stopping) => new NDJSONStreamingResponse<Movie>(LifecycleAsync(stopping)));
        using var client = await RawClient.ReadWholeAsync(app, "/");
        Assert.EndsWith("Completed", _probe.Steps, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_is_tested_without_a_server()
    {
        using var stop = new CancellationTokenSource();
        await using var events = FarewellAsync(new StreamStopping { Reason = StopReason.ServerStopping }, stop.Token)
            .GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await events.MoveNextAsync());
        await stop.CancelAsync();
        Assert.True(await events.MoveNextAsync());
        Assert.Equal("ServerStopping", events.Current.Data);
    }

    private Task<App> StartAsync(Delegate handler) => App.StartAsync(
        web => web.MapGet("/", handler),
        services => services
            .AddSingleton<TimeProvider>(_time)
            .AddJero()
            .ConfigureHttpJsonOptions(static options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, MovieJson.Default)));

    // First the longest duration passes, then the time that the source has to end.
    private async Task AdvanceUntilEndAsync(RawClient client)
    {
        var ended = client.UntilAsync(End);
        await App.UntilAsync(
            () =>
            {
                _time.Advance(MaxDuration);
                return ended.IsCompleted;
            },
            "the body ends");
        await ended;
    }

    private async IAsyncEnumerable<ServerSentEvent<string>> FarewellAsync(
        StreamStopping stopping, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        try
        {
            yield return "first";
            await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _probe.Note($"stopped by {stopping.Reason}");
            yield return new(stopping.Reason.ToString()) { Event = "bye", Retry = TimeSpan.FromMilliseconds(7) };
        }
        finally
        {
            _probe.Note("disposed");
        }
    }
}

[Endpoint("/farewell")]
internal sealed partial class FarewellEndpoint
{
    public static readonly TimeSpan MaxDuration = TimeSpan.FromSeconds(10);

    public SSEResponse Get(StreamStopping stopping) => new(Source(stopping)) { MaxDuration = MaxDuration };

    private static async IAsyncEnumerable<string> Source(StreamStopping stopping, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        yield return "first";
        await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        yield return stopping.Reason.ToString();
    }
}
