using System.Text;
using System.Text.Json;
using Jero.Client.Reading;
using Shared;

namespace Client.Tests.Reading;

/// <summary>
/// The event stream as WHATWG HTML, section 9.2.6, has it: the cases of the web platform tests' eventsource/format-*, written anew, each split
/// at every byte.
/// </summary>
public sealed class EventTests
{
    // What comes, then the events as "id|name|data", then the last id; the clients in TypeScript are held to them, too.
    public static TheoryData<string, string[], string?> Cases => [.. JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, "tests/Shared/event-streams.json")))
        .RootElement.EnumerateArray().Select(static one => (
            one.GetProperty("text").GetString()!,
            one.GetProperty("events").EnumerateArray().Select(static text => text.GetString()!).ToArray(),
            one.GetProperty("lastEventId").GetString()))];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Every_split_gives_the_same_events(string text, string[] events, string? lastEventId)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var first = 0; first <= bytes.Length; first++)
        {
            for (var second = first; second <= bytes.Length; second++)
            {
                var (read, parser) = await ReadAsync(new SplitStream(bytes, first, second));
                Assert.Equal(events, read);
                Assert.Equal(lastEventId, parser.LastEventId);
            }
        }
    }

    [Theory]
    [InlineData("retry: 5\n", 5)]
    [InlineData("retry: 007\n", 7)]
    [InlineData("retry: 5\nretry: 6\n", 6)]
    [InlineData("retry: 5\nretry: 1.5\nretry: -1\nretry: 1e3\nretry\n", 5)]
    [InlineData("retry: 99999999999999999999999\n", int.MaxValue)]
    [InlineData("retry: 5", null)]
    public async Task Retry_is_digits_alone(string text, int? milliseconds)
    {
        var (_, parser) = await ReadAsync(new SplitStream(Encoding.UTF8.GetBytes(text)));

        Assert.Equal(milliseconds, (int?)parser.Retry?.TotalMilliseconds);
    }

    [Fact]
    public async Task A_connection_begins_anew_behind_half_an_event()
    {
        var parser = new EventParser(1000);
        await ReadAsync(new SplitStream("id: 1\ndata: a\n\nid: 2\ndata: half\n"u8.ToArray()), parser);
        var (read, _) = await ReadAsync(new SplitStream("\uFEFFdata: b\n\n"u8.ToArray()), parser);

        Assert.Equal(["1|message|b"], read);
    }

    [Fact]
    public async Task An_event_of_many_lines_is_bounded_as_well()
    {
        var body = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("data: xxxxxxxxxxxxxxxx\n", 100)));

        await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(new SplitStream(body), new EventParser(1000)));
    }

    [Fact]
    public async Task A_million_other_fields_cost_nothing()
    {
        var body = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("x: 1\n", 1_000_000)) + "data: a\n\n");

        Assert.Equal(["|message|a"], (await ReadAsync(new SplitStream(body), new EventParser(1000))).Events);
    }

    private static async Task<(List<string> Events, EventParser Parser)> ReadAsync(Stream body, EventParser? parser = null)
    {
        parser ??= new EventParser(1 << 20);
        parser.Begin();
        using var window = new ByteWindow(body, 1 << 20);
        var events = new List<string>();
        do
        {
            while (parser.TryRead(window, events.Count + 1))
            {
                events.Add($"{parser.LastEventId}|{parser.Name}|{Encoding.UTF8.GetString(parser.Data)}");
                parser.Reset();
            }
        }
        while (await window.ReadAsync(events.Count + 1, TestContext.Current.CancellationToken));
        return (events, parser);
    }
}
