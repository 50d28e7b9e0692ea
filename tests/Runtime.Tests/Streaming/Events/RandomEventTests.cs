using System.Net.ServerSentEvents;
using System.Text.Json;
using CsCheck;
using Jero;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Runtime.Tests.Streaming.Events;

/// <summary>Random events over a connection, read back by two parsers. A failure names the seed: pass it as <c>seed:</c> to SampleAsync.</summary>
public class RandomEventTests
{
    private const int Samples = 300;
    private SentEvent[] _sent = [];

    [Fact]
    public async Task Text_events_are_read_back_as_they_were_yielded() =>
        await SampleAsync(() => new SSEResponse(EventsAsync(sent => sent.AsText)), (sent, data) => Assert.Equal(sent.SeenText, data));

    [Fact]
    public async Task The_frameworks_events_are_read_back_as_they_were_yielded() =>
        await SampleAsync(() => new SSEResponse(EventsAsync(sent => sent.AsFrameworkItem)), (sent, data) => Assert.Equal(sent.SeenText, data));

    [Fact]
    public async Task Json_events_are_read_back_as_they_were_yielded() =>
        await SampleAsync(
            () => new SSEResponse<Movie>(EventsAsync(sent => sent.AsJson)),
            (sent, data) => Assert.Equal(sent.SeenTitle, JsonSerializer.Deserialize(data, MovieJson.Default.Movie)!.Title));

    private async Task SampleAsync(Func<IResult> respond, Action<SentEvent, string> checkData)
    {
        await using var app = await App.StartAsync(
            web => web.MapGet("/", respond),
            services => services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, MovieJson.Default)));
        using var client = new HttpClient { BaseAddress = app.Address };

        // One at a time: the endpoint has one set of events.
        await SentEvent.Streams.SampleAsync(
            async sent =>
            {
                _sent = sent;
                var body = await client.GetByteArrayAsync("/", TestContext.Current.CancellationToken);
                CheckByStandard(sent, body, checkData);
                CheckByFramework(sent, body, checkData);
            },
            iter: Samples,
            threads: 1);
    }

    private async IAsyncEnumerable<T> EventsAsync<T>(Func<SentEvent, T> form)
    {
        foreach (var sent in _sent)
        {
            if (sent.Waits)
            {
                await Task.Yield();
            }

            yield return form(sent);
        }
    }

    private static void CheckByStandard(SentEvent[] sent, byte[] body, Action<SentEvent, string> checkData)
    {
        var parsed = EventStreamParser.Parse(body);
        Assert.Equal(sent.Length, parsed.Events.Count);
        Assert.Equal(sent.Where(one => one.Retry is not null).Select(one => (long)one.Retry!.Value.TotalMilliseconds), parsed.ReconnectionTimes);
        var id = "";
        foreach (var (one, read) in sent.Zip(parsed.Events))
        {
            id = one.SeenId(before: id);
            Assert.Equal((one.SeenType, id), (read.Type, read.LastEventId));
            checkData(one, read.Data);
        }
    }

    private static void CheckByFramework(SentEvent[] sent, byte[] body, Action<SentEvent, string> checkData)
    {
        using var stream = new MemoryStream(body);
        var parsed = SseParser.Create(stream).Enumerate().ToList();
        Assert.Equal(sent.Length, parsed.Count);
        foreach (var (one, read) in sent.Zip(parsed))
        {
            // Its id is the event's own, not the stream's last one.
            Assert.Equal((one.SeenType, one.SeenId(before: "")), (read.EventType, read.EventId ?? ""));
            Assert.Equal((long?)one.Retry?.TotalMilliseconds, (long?)read.ReconnectionInterval?.TotalMilliseconds);
            checkData(one, read.Data);
        }
    }
}
