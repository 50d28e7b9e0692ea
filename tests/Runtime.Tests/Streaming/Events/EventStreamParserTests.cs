using System.Text;

namespace Runtime.Tests.Streaming.Events;

/// <summary>The parser judges the writer, so it is held to the standard's rules one by one.</summary>
public class EventStreamParserTests
{
    [Theory]
    [InlineData("data: a\n\n", "message|a|")]
    [InlineData("\ufeffdata: a\n\n", "message|a|")]
    [InlineData("data:a\r\rdata:  b\r\n\r\n", "message|a|;message| b|")]
    [InlineData("data\n\ndata:\ndata\n\n", "message||;message|\n|")]
    [InlineData(": comment\n\nevent: x\n\ndata: a\n\n", "message|a|")]
    [InlineData("event: x\nid: 1\ndata: a\n\ndata: b\n\nid\ndata: c\n\n", "x|a|1;message|b|1;message|c|")]
    [InlineData("id: 1\n\nid: 2\0\ndata: a\n\n", "message|a|1")]
    [InlineData("data: a\ndata: b\n\ndata: lost\n", "message|a\nb|")]
    [InlineData("Data: a\n data: b\nother: c\ndata: a\u2028b\u0085c\n\n", "message|a\u2028b\u0085c|")]
    public void Events_are_read_as_the_standard_says(string stream, string expected) =>
        Assert.Equal(expected, string.Join(';', Parse(stream).Events.Select(e => $"{e.Type}|{e.Data}|{e.LastEventId}")));

    [Fact]
    public void A_reconnection_time_has_nothing_but_ascii_digits() =>
        Assert.Equal([10, 0], Parse("retry: 10\nretry: -1\nretry: 1.5\nretry: \u0661\nretry: 0\n").ReconnectionTimes);

    private static EventStreamParser Parse(string stream) => EventStreamParser.Parse(Encoding.UTF8.GetBytes(stream));
}
