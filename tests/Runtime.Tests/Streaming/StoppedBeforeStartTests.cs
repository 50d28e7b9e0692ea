using System.Runtime.CompilerServices;
using Jero;
using Jero.Generated;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Runtime.Tests.Streaming;

/// <summary>A stop before the response has begun is no empty whole body.</summary>
public sealed class StoppedBeforeStartTests
{
    private static readonly TimeSpan MaxDuration = TimeSpan.FromSeconds(10);

    private readonly FakeTimeProvider _time = new();
    private volatile bool _isOpen;

    [Theory]
    [InlineData("/lines")]
    [InlineData("/lifecycle")]
    [InlineData("/bytes")]
    [InlineData("/events")]
    public async Task At_its_maximum_duration_the_client_gets_a_503_at_once(string path)
    {
        var release = new TaskCompletionSource();
        await using var app = await StartAsync(release.Task, static options => options.MaxDuration = MaxDuration);
        using var client = await RawClient.SendAsync(app, path);
        await App.UntilAsync(() => _isOpen, "the source is asked");

        // The set-up has not come back yet.
        _time.Advance(MaxDuration);
        await client.UntilAsync("\"status\":503");

        CheckUnavailable(client);
        release.SetResult();
        await App.UntilAsync(() => app.Log.HasEnded("MaximumDuration"), "the stream ends");
        Assert.Single(app.Log.OfJero, line => line.Exception is InvalidDataException);
        Assert.Empty(app.Log.Errors);
    }

    [Theory]
    [InlineData("/lines")]
    [InlineData("/lifecycle")]
    [InlineData("/bytes")]
    [InlineData("/events")]
    public async Task When_the_host_begins_to_stop_the_client_gets_a_503(string path)
    {
        var release = new TaskCompletionSource();
        await using var app = await StartAsync(release.Task, options => options.StreamsOnShutdown = ShutdownBehavior.Stop);
        using var client = await RawClient.SendAsync(app, path);
        await App.UntilAsync(() => _isOpen, "the source is asked");

        app.Web.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        await client.UntilAsync("\"status\":503");
        CheckUnavailable(client);
        release.SetResult();
    }

    [Theory]
    [InlineData("ndjson", 503)]
    [InlineData("sse", 200)]
    [InlineData("bytes", 200)]
    public async Task Each_wrapper_has_a_longest_duration_of_its_own(string wrapper, int status)
    {
        await using var app = await App.StartAsync(
            web => web.MapGet("/", http => wrapper switch
            {
                "ndjson" => ResponseSender.SendAsync<Movie, MovieWriter>(http, new NDJSONStreamingResponse<Movie>(Late(Timeout.Infinite))),
                "sse" => ResponseSender.SendAsync<Movie, MovieWriter>(http, new SSEResponse<Movie>(Late(300))),
                _ => ResponseSender.SendAsync(http, new StreamingResponse(LateBytes())),
            }),
            services => services.AddJero(options =>
            {
                options.NDJSONMaxDuration = TimeSpan.FromMilliseconds(20);
                options.BytesMaxDuration = Timeout.InfiniteTimeSpan;
                options.ServerSentEventsMaxDuration = TimeSpan.FromHours(1);
                options.MaxDuration = TimeSpan.FromMilliseconds(20);
            }));

        using var client = await RawClient.ReadWholeAsync(app, "/");

        Assert.StartsWith($"HTTP/1.1 {status} ", client.Received, StringComparison.Ordinal);

        static async IAsyncEnumerable<Movie> Late(int milliseconds, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.Delay(milliseconds, cancellationToken);
            yield return new Movie("late");
        }

        static async IAsyncEnumerable<byte[]> LateBytes()
        {
            await Task.Delay(300);
            yield return [1];
        }
    }

    private static void CheckUnavailable(RawClient client)
    {
        Assert.StartsWith("HTTP/1.1 503 ", client.Received, StringComparison.Ordinal);
        Assert.Contains("\r\nContent-Type: application/problem+json\r\n", client.Received, StringComparison.Ordinal);
        Assert.Matches("\r\nRetry-After: [1-5]\r\n", client.Received);
    }

    private Task<App> StartAsync(Task release, Action<JeroOptions> configure) => App.StartAsync(
        web =>
        {
            web.MapGet("/lines", http => ResponseSender.SendAsync<Movie, MovieWriter>(http, new NDJSONStreamingResponse<Movie>(Late(new Movie("late")))));
            web.MapGet("/bytes", http => ResponseSender.SendAsync(http, new StreamingResponse(Late<byte[]>([1]))));
            web.MapGet("/lifecycle", http => ResponseSender.SendAsync<Movie, MovieWriter>(http, new NDJSONStreamingResponse<Movie>(Lifecycle())));
            web.MapGet("/events", http => ResponseSender.SendAsync<Movie, MovieWriter>(http, new SSEResponse<Movie>(Lifecycle())));

            async IAsyncEnumerable<T> Late<T>(T item)
            {
                _isOpen = true;
                await release;
                if (release.IsCompleted)
                {
                    throw new InvalidDataException("The set-up failed.");
                }

                yield return item;
            }

            async IAsyncEnumerable<IAsyncEnumerable<Movie>> Lifecycle()
            {
                await foreach (var movie in Late(new Movie("late")))
                {
                    yield return new[] { movie }.ToAsyncEnumerable();
                }
            }
        },
        services => services.AddSingleton<TimeProvider>(_time).AddJero(configure));
}
