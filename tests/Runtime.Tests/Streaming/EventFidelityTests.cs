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

    [Theory]
    [InlineData("a\rb")]
    [InlineData("a\nb")]
    public void A_line_end_in_event_or_id_is_refused_by_name(string value)
    {
        Assert.Equal("Event", Assert.Throws<ArgumentException>(() => new ServerSentEvent<int>(1) { Event = value }).ParamName);
        Assert.Equal("Id", Assert.Throws<ArgumentException>(() => new ServerSentEvent<int>(1) { Id = value }).ParamName);
    }

    [Fact]
    public void A_nul_in_the_id_and_a_negative_retry_are_refused_by_name()
    {
        Assert.Equal("Id", Assert.Throws<ArgumentException>(() => new ServerSentEvent<int>(1) { Id = "\0" }).ParamName);
        Assert.Equal("Retry", Assert.Throws<ArgumentException>(() => new ServerSentEvent<int>(1) { Retry = TimeSpan.FromTicks(-1) }).ParamName);
        Assert.Equal("\0", new ServerSentEvent<int>(1) { Event = "\0" }.Event);
    }
}

internal static class EventText
{
    /// <summary>A parser joins data lines with LF, whatever ended them: that much is the format's, not the writer's.</summary>
    public static string ReplaceLineEndingsOfEvents(this string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
