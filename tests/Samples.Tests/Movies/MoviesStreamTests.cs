using System.Net.ServerSentEvents;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace Samples.Tests.Movies;

public sealed partial class MoviesStreamTests(MoviesServer server) : IClassFixture<MoviesServer>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_that_breaks_off_an_export_closes_its_cursor()
    {
        // The server hears from the thread pool that the client has gone. On a busy machine, the cursor may have been read to its end by then.
        var attempts = server.HasSmallBuffers ? 20 : 1;
        int rows;
        do
        {
            rows = await RowsReadAsync();
            Assert.InRange(rows, 5, 3200);
        }
        while (rows == 3200 && --attempts > 0);

        Assert.True(rows < 3200 || !server.HasSmallBuffers, "Every cursor was read to its end.");
        Assert.DoesNotContain(server.Log, record => record.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task The_feed_begins_with_the_first_film_and_goes_on()
    {
        using var connection = await RawConnection.SendAsync(server.Port, "GET /events");

        Assert.Equal(["1"], Ids(await connection.ReadToAsync("\n\n")));
        Assert.Equal(["1", "2", "3"], Ids(await connection.ReadToAsync("id: 3\n")));
    }

    [Theory]
    [InlineData("10", "11")]
    [InlineData("3199", "3200")]
    [InlineData("ten", "1")]
    [InlineData("-5", "1")]
    [InlineData("99999999999", "1")]
    [InlineData("", "1")]
    public async Task The_feed_goes_on_after_the_last_film_seen(string lastEventId, string firstId)
    {
        using var connection = await RawConnection.SendAsync(server.Port, "GET /events", $"Last-Event-ID: {lastEventId}");

        Assert.Equal([firstId], Ids(await connection.ReadToAsync("\n\n")));
    }

    [Fact]
    public async Task An_event_holds_the_film_of_its_id()
    {
        var films = TemporaryDatabase.ReadFile();
        using var client = server.CreateClient();
        await using var body = await client.GetStreamAsync("/events", Cancellation);

        var events = await SseParser.Create(body).EnumerateAsync(Cancellation).Take(3).ToListAsync(Cancellation);

        Assert.Equal(["1", "2", "3"], events.Select(item => item.EventId));
        Assert.Equal(films.Take(3).Select(MovieJson.Serialize), events.Select(item => item.Data));
    }

    [Theory]
    [InlineData("/movies", "application/x-ndjson")]
    [InlineData("/movies/export", "application/x-ndjson")]
    [InlineData("/movies.csv", "text/csv")]
    [InlineData("/events", "text/event-stream")]
    public async Task HEAD_is_answered_with_headers_alone(string path, string contentType)
    {
        using var connection = await RawConnection.SendAsync(server.Port, $"HEAD {path}", "Connection: close");

        var response = await connection.ReadToEndAsync();

        Assert.StartsWith("HTTP/1.1 200 OK\r\n", response, StringComparison.Ordinal);
        Assert.Contains($"Content-Type: {contentType}", response, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(response.Length, response.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4);
    }

    private async Task<int> RowsReadAsync()
    {
        var before = server.Log.Count;
        using var connection = await RawConnection.SendAsync(server.Port, "GET /movies/export");
        await connection.ReadToAsync("\"id\":5,");
        await UntilAsync(() => CursorLog(before).Length > 0);
        Assert.Equal("cursor opened", CursorLog(before)[0]);

        connection.Reset();

        await UntilAsync(() => CursorLog(before).Length == 2);
        return int.Parse(CursorClosed().Match(CursorLog(before)[1]).Groups["rows"].Value);
    }

    private string[] CursorLog(int start)
    {
        var messages = server.Log.Skip(start).Select(record => record.Message);
        return [.. messages.Where(message => message.StartsWith("cursor", StringComparison.Ordinal))];
    }

    private static string[] Ids(string received) => [.. EventId().Matches(received).Select(match => match.Groups["id"].Value)];

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        while (!condition()) await Task.Delay(10, limit.Token);
    }

    [GeneratedRegex(@"^id: (?<id>.*)$", RegexOptions.Multiline)]
    private static partial Regex EventId();

    [GeneratedRegex(@"^cursor closed \((?<rows>\d+) rows read\)$")]
    private static partial Regex CursorClosed();
}
