using System.Runtime.CompilerServices;
using Jero;
using Jero.Generated;
using Jero.Streaming;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Runtime.Tests.Streaming;

public class IdleMemoryTests
{
    [Fact]
    public async Task A_stream_that_waits_for_its_source_holds_no_buffer()
    {
        var next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var seen = new Seen();
        await using var app = await App.StartAsync(web => web.MapGet("/events", http => ResponseSender.SendAsync(
            http, new SSEResponse<Movie>(TwoMovies(next.Task)), new WatchingWriter(seen), headers: null)));

        using var client = await RawClient.SendAsync(app, "/events", headers: "Connection: close\r\n");
        await client.UntilAsync("first");
        await App.UntilAsync(() => seen.Buffer is { HoldsMemory: false }, "the buffer's memory is given back");

        next.SetResult();
        await client.UntilClosedAsync();
        Assert.Contains("second", client.Body, StringComparison.Ordinal);
        Assert.True(seen.HeldMemoryWhileWriting);
    }

    [Fact]
    public async Task No_method_waits_for_a_stream_that_is_open()
    {
        var next = new TaskCompletionSource<bool>();
        await using var app = await App.StartAsync(static web => web.MapEndpoint<WaitingEndpoint>());
        var endpoint = app.Web.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .First(static endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains("GET"));
        var http = new DefaultHttpContext { RequestServices = app.Web.Services };
        http.Features.Set(next.Task);
        http.SetEndpoint(endpoint);

        var response = endpoint.RequestDelegate!(http);

        // The state machine of a method that waits would be held for each open stream.
        Assert.False(response.IsCompleted);
        Assert.IsType<StreamRun>(response.AsyncState);
        next.SetResult(true);
        await response.WaitAsync(App.Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void A_buffer_takes_memory_with_its_first_write_and_can_be_used_after_a_release()
    {
        using var buffer = new BatchBuffer();
        buffer.Write([]);
        Assert.False(buffer.HoldsMemory);

        buffer.WriteByte((byte)'1');
        Assert.True(buffer.HoldsMemory);

        buffer.Release();
        Assert.False(buffer.HoldsMemory);
        Assert.Equal(0, buffer.Length);

        buffer.Write("2"u8);
        Assert.Equal("2"u8, buffer.WrittenMemory.Span);
    }

    [Fact]
    public void The_streams_of_an_endpoint_share_their_settings_as_long_as_they_are_the_same()
    {
        var endpoint = new Endpoint(_ => Task.CompletedTask, EndpointMetadataCollection.Empty, "events");
        var first = Of(endpoint);

        Assert.Same(first, Of(endpoint));

        Assert.Equal(TimeSpan.FromSeconds(3), Of(endpoint, TimeSpan.FromSeconds(3)).KeepAlive);
        Assert.Equal(first, Of(endpoint));
        Assert.NotSame(first, Of(new(null, EndpointMetadataCollection.Empty, "other")));

        static StreamSettings Of(Endpoint endpoint, TimeSpan? keepAlive = null)
        {
            var http = new DefaultHttpContext();
            http.SetEndpoint(endpoint);
            return StreamSettings.Of(http, StreamWrapper.ServerSentEvents, new SSEResponse<Movie>(AsyncEnumerable.Empty<Movie>()), new() { KeepAlive = keepAlive });
        }
    }

    private static async IAsyncEnumerable<Movie> TwoMovies(Task next, [EnumeratorCancellation] CancellationToken token = default)
    {
        yield return new Movie("first");
        await next.WaitAsync(token);
        yield return new Movie("second");
    }

    private sealed class Seen
    {
        public BatchBuffer? Buffer { get; set; }

        public bool HeldMemoryWhileWriting { get; set; }
    }

    private readonly struct WatchingWriter(Seen seen) : IJsonWriter<Movie>
    {
        public void Write(BatchBuffer buffer, Movie value)
        {
            JsonFormat.Write(buffer, value.Title);
            seen.HeldMemoryWhileWriting = buffer.HoldsMemory;
            seen.Buffer = buffer;
        }
    }
}

[Endpoint("/waiting", MapManually = true)]
internal sealed partial class WaitingEndpoint
{
    public SSEResponse<Movie> Get(HttpContext http) => new(Movies(http.Features.Get<Task<bool>>()!));

    private static async IAsyncEnumerable<Movie> Movies(Task<bool> next)
    {
        if (await next)
        {
            yield return new Movie("first");
        }
    }
}
