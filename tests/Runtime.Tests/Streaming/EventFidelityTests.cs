using System.Net.ServerSentEvents;
using Jero;
using Jero.Generated;
using Jero.Streaming.Framing;

namespace Runtime.Tests.Streaming;

public class EventFidelityTests
{
    public static TheoryData<string> Texts =>
    [
        "", " ", "plain", " leading", "trailing ", ":colon", "data: x", "id: 1\nevent: y", "a\nb", "a\rb", "a\r\nb", "\n", "\r", "\r\n", "a\n\nb", "x\n",
        "x\r\n\r\n", "\n\r", "a\u2028b", "a\u2029b", "a\u0085b", "a\vb\fc", "\0", "\ufeffbom", "日本語", "😀", new string('x', 40_000), "tab\there", "retry: 5",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_parser_reads_back_the_text_that_was_yielded(string text)
    {
        using var buffer = new BatchBuffer();
        new EventFraming<string, TextEventData>(default).Write(
            buffer, new ServerSentEvent<string>(text) { Event = "e v", Id = "1 ", Retry = TimeSpan.FromMilliseconds(12.9) });
        new DataFraming<string, TextEventData>(default).Write(buffer, text);
        using var stream = new MemoryStream(buffer.WrittenMemory.ToArray());
        var items = SseParser.Create(stream).Enumerate().ToList();
        Assert.Equal(2, items.Count);
        var lines = text.ReplaceLineEndingsOfEvents();
        Assert.Equal(lines, items[0].Data);
        Assert.Equal("e v", items[0].EventType);
        Assert.Equal("1 ", items[0].EventId);
        Assert.Equal(TimeSpan.FromMilliseconds(12), items[0].ReconnectionInterval);
        Assert.Equal(lines, items[1].Data);
        Assert.Equal("message", items[1].EventType);
    }
}

internal static class EventText
{
    /// <summary>A parser joins data lines with LF, whatever ended them: that much is the format's, not the writer's.</summary>
    public static string ReplaceLineEndingsOfEvents(this string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
