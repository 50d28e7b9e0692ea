using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Jero.Client;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Client.Tests.Http;

/// <summary>Event streams over real connections: what is repeated, what is not, and what the reader is told.</summary>
public sealed class EventStreamTests
{
    private static readonly EventStreamOptions Fast = new() { ReconnectDelay = TimeSpan.FromMilliseconds(1) };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(HttpProtocols.Http1)]
    [InlineData(HttpProtocols.Http2)]
    public async Task A_stream_that_ends_or_breaks_goes_on_behind_the_last_event(HttpProtocols protocols)
    {
        var breakOff = new TaskCompletionSource();
        await using var server = await Server.StartAsync(
            protocols,
            Server.Send("id: 1\ndata: {\"id\":1}\n\n"),
            Server.Send("id: 2\ndata: {\"id\":2}\n\nid: 3\ndata: {\"id\"", breakOff: breakOff.Task),
            Server.Send("event: added\nid: 3\ndata: {\"id\":3}\n\n"),
            Server.Refuse(204));
        var states = new List<StreamState>();
        var events = server.Client.GetEvents("/", RowJson.Default.Row, Fast);
        events.StateChanged += states.Add;

        var read = new List<StreamEvent<Row>>();
        await foreach (var e in events.WithCancellation(Token))
        {
            read.Add(e);
            if (e.Id == "2")
            {
                breakOff.SetResult();
            }
        }

        Assert.Equal([("1", "message", 1), ("2", "message", 2), ("3", "added", 3)], read.Select(e => (e.Id!, e.Event, e.Data.Id)));
        Assert.Equal([null, "1", "2", "3"], server.Seen.Select(request => request.LastEventId));
        Assert.Equal("3", events.LastEventId);
        Assert.Equal(
            [StreamState.Connecting, StreamState.Open, StreamState.Waiting, StreamState.Connecting, StreamState.Open, StreamState.Waiting,
                StreamState.Connecting, StreamState.Open, StreamState.Waiting, StreamState.Connecting, StreamState.Closed],
            states);
    }

    [Fact]
    public async Task The_id_of_an_event_without_data_counts()
    {
        await using var server = await Server.StartAsync(Server.Send("id: 7\n\n"), Server.Refuse(204));

        Assert.Empty(await server.Client.GetEvents("/", RowJson.Default.Row, Fast).ToListAsync(Token));
        Assert.Equal([null, "7"], server.Seen.Select(request => request.LastEventId));
    }

    [Fact]
    public async Task A_saved_id_is_sent_with_the_first_request()
    {
        await using var server = await Server.StartAsync(Server.Refuse(204));

        await server.Client.GetEvents("/", RowJson.Default.Row, new EventStreamOptions { LastEventId = "41" }).ToListAsync(Token);

        Assert.Equal("41", server.Seen.Single().LastEventId);
    }

    [Fact]
    public async Task The_event_that_ends_a_stream_ends_it()
    {
        await using var server = await Server.StartAsync(Server.Send("data: {\"id\":1}\n\nevent: done\ndata\n\ndata: {\"id\":2}\n\n"));

        var read = await server.Client.GetEvents("/", RowJson.Default.Row, new EventStreamOptions { EndEvent = "done" }).ToListAsync(Token);

        Assert.Equal(1, Assert.Single(read).Data.Id);
        Assert.Single(server.Seen);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_POST_is_never_repeated(bool breaks)
    {
        var breakOff = new TaskCompletionSource();
        await using var server = await Server.StartAsync(Server.Send("id: 1\ndata: {\"id\":1}\n\n", breakOff: breaks ? breakOff.Task : null));
        var events = server.Client.SendForEvents<Row>(() => new HttpRequestMessage(HttpMethod.Post, "/"), ReadRow, Fast);
        var read = new List<int>();

        var exception = await Assert.ThrowsAsync<StreamTruncatedException>(async () =>
        {
            await foreach (var e in events.WithCancellation(Token))
            {
                read.Add(e.Data.Id);
                breakOff.SetResult();
            }
        });

        Assert.Equal([1], read);
        Assert.Equal((1, "1"), (exception.Items, exception.LastEventId));
        Assert.Single(server.Seen);
    }

    [Fact]
    public async Task A_QUERY_is_repeated()
    {
        await using var server = await Server.StartAsync(Server.Send("data: {\"id\":1}\n\n"), Server.Refuse(204));

        Assert.Single(await server.Client.SendForEvents<Row>(() => new HttpRequestMessage(new HttpMethod("QUERY"), "/"), ReadRow, Fast).ToListAsync(Token));
        Assert.Equal(["QUERY", "QUERY"], server.Seen.Select(request => request.Method));
    }

    [Theory]
    [InlineData(408)]
    [InlineData(425)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_refusal_for_now_is_tried_again_once_the_stream_was_open(int status)
    {
        await using var server = await Server.StartAsync(
            Server.Send("id: 1\ndata: {\"id\":1}\n\n"), Server.Refuse(status), Server.Refuse(status, "0"), Server.Send("id: 2\ndata: {\"id\":2}\n\n"), Server.Refuse(204));

        Assert.Equal([1, 2], (await server.Client.GetEvents("/", RowJson.Default.Row, Fast).ToListAsync(Token)).Select(e => e.Data.Id));
        Assert.Equal(5, server.Seen.Count);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(410)]
    public async Task Another_refusal_ends_the_stream_with_what_the_server_says(int status)
    {
        await using var server = await Server.StartAsync(Server.Send("id: 1\ndata: {\"id\":1}\n\n"), async http =>
        {
            http.Response.StatusCode = status;
            http.Response.ContentType = "application/problem+json";
            await http.Response.WriteAsync("""{"title":"No","detail":"Not you.","status":401,"errors":{"token":["is old"]}}""", Token);
        });
        var read = 0;

        var exception = await Assert.ThrowsAsync<ApiException>(async () =>
        {
            await foreach (var _ in server.Client.GetEvents("/", RowJson.Default.Row, Fast).WithCancellation(Token))
            {
                read++;
            }
        });

        Assert.Equal((1, (HttpStatusCode)status), (read, exception.StatusCode));
        Assert.Equal(("No", "Not you.", 401), (exception.Problem!.Title, exception.Problem.Detail, exception.Problem.Status));
        Assert.Equal(["is old"], exception.Problem.Errors["token"]);
        Assert.EndsWith($"was answered with {status}: Not you.", exception.Message, StringComparison.Ordinal);
        Assert.Equal(2, server.Seen.Count);
    }

    [Fact]
    public async Task The_first_attempt_fails_as_any_request_does()
    {
        await using var server = await Server.StartAsync(Server.Refuse(503));

        await Assert.ThrowsAsync<ApiException>(async () => await server.Client.GetEvents("/", RowJson.Default.Row, Fast).ToListAsync(Token));
        Assert.Single(server.Seen);
    }

    [Fact]
    public async Task A_page_instead_of_a_stream_is_no_stream()
    {
        await using var server = await Server.StartAsync(Server.Send("<p>Sign in</p>", "text/html; charset=utf-8"));

        var exception = await Assert.ThrowsAsync<ApiException>(async () => await server.Client.GetEvents("/", RowJson.Default.Row, Fast).ToListAsync(Token));

        Assert.Equal("<p>Sign in</p>", exception.Body);
        Assert.EndsWith("was answered with 'text/html; charset=utf-8' instead of 'text/event-stream'.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attempts_are_counted_until_one_succeeds()
    {
        await using var server = await Server.StartAsync(
            Server.Send("data: {\"id\":1}\n\n"), Server.Refuse(500), Server.Refuse(500), Server.Refuse(500));
        var options = new EventStreamOptions { ReconnectDelay = TimeSpan.FromMilliseconds(1), MaxAttempts = 3 };

        var exception = await Assert.ThrowsAsync<StreamTruncatedException>(async () => await server.Client.GetEvents("/", RowJson.Default.Row, options).ToListAsync(Token));

        Assert.IsType<ApiException>(exception.InnerException);
        Assert.Equal(4, server.Seen.Count);
    }

    [Fact]
    public async Task Each_attempt_is_prepared_anew()
    {
        await using var server = await Server.StartAsync(Server.Send("data: {\"id\":1}\n\n"), Server.Send("data: {\"id\":2}\n\n"), Server.Refuse(204));
        var tokens = 0;
        var options = new EventStreamOptions
        {
            ReconnectDelay = TimeSpan.FromMilliseconds(1),
            Prepare = (request, _) =>
            {
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", $"t{++tokens}");
                return ValueTask.CompletedTask;
            },
        };

        await server.Client.GetEvents("/", RowJson.Default.Row, options).ToListAsync(Token);

        Assert.Equal(["Bearer t1", "Bearer t2", "Bearer t3"], server.Seen.Select(request => request.Authorization));
    }

    [Fact]
    public async Task An_event_that_is_no_T_is_named_and_not_asked_for_again()
    {
        await using var server = await Server.StartAsync(Server.Send("data: {\"id\":1}\n\ndata: {\"id\":\"two\"}\n\n"));

        var exception = await Assert.ThrowsAsync<JsonException>(async () => await server.Client.GetEvents("/", RowJson.Default.Row, Fast).ToListAsync(Token));

        Assert.StartsWith("Item 2 of the stream is not a 'Client.Tests.Row'", exception.Message, StringComparison.Ordinal);
        Assert.Single(server.Seen);
    }

    [Fact]
    public async Task Silence_is_a_broken_connection()
    {
        await using var server = await Server.StartAsync(
            async http =>
            {
                await Server.Send(": ping\n\ndata: {\"id\":1}\n\n")(http);
                await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
            },
            Server.Send("data: {\"id\":2}\n\n"),
            Server.Refuse(204));
        var options = new EventStreamOptions { ReconnectDelay = TimeSpan.FromMilliseconds(1), SilenceLimit = TimeSpan.FromSeconds(3) };

        Assert.Equal([1, 2], (await server.Client.GetEvents("/", RowJson.Default.Row, options).ToListAsync(Token)).Select(e => e.Data.Id));
    }

    [Fact]
    public async Task Leaving_lets_go_of_the_connection()
    {
        var gone = new TaskCompletionSource();
        await using var server = await Server.StartAsync(async http =>
        {
            http.RequestAborted.Register(gone.SetResult);
            await Server.Send("data: {\"id\":1}\n\n")(http);
            await gone.Task;
        });
        var events = server.Client.GetEvents("/", RowJson.Default.Row);

        await foreach (var _ in events.WithCancellation(Token))
        {
            break;
        }

        await gone.Task.WaitAsync(TimeSpan.FromSeconds(60), Token);
        Assert.Equal(StreamState.Closed, events.State);
    }

    [Fact]
    public async Task Two_readers_at_once_are_refused()
    {
        await using var server = await Server.StartAsync(Server.Send("data: {\"id\":1}\n\n"));
        var events = server.Client.GetEvents("/", RowJson.Default.Row, Fast);
        await using var first = events.GetAsyncEnumerator(Token);
        Assert.True(await first.MoveNextAsync());

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await events.FirstAsync(Token));
    }

    [Fact]
    public async Task Text_is_not_read_as_JSON()
    {
        await using var server = await Server.StartAsync(Server.Send("data: a\ndata: \"b\"\n\n"), Server.Refuse(204));

        Assert.Equal("a\n\"b\"", Assert.Single(await server.Client.GetTextEvents("/", Fast).ToListAsync(Token)).Data);
    }

    [Fact]
    public async Task Events_that_the_reader_does_not_know_are_skipped()
    {
        await using var server = await Server.StartAsync(Server.Send("event: other\nid: 4\ndata: ?\n\nevent: row\ndata: {\"id\":1}\n\n"), Server.Refuse(204));
        static bool Read(string name, ReadOnlySpan<byte> data, out Row row)
        {
            row = name == "row" ? JsonSerializer.Deserialize(data, RowJson.Default.Row)! : null!;
            return row is not null;
        }

        var e = Assert.Single(await server.Client.SendForEvents<Row>(() => new HttpRequestMessage(HttpMethod.Get, "/"), Read, Fast).ToListAsync(Token));
        Assert.Equal(("4", "row"), (e.Id, e.Event));
    }

    private static bool ReadRow(string name, ReadOnlySpan<byte> data, out Row row)
    {
        row = JsonSerializer.Deserialize(data, RowJson.Default.Row)!;
        return true;
    }
}
