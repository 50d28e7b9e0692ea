using Notifications.Feeds;

namespace Notifications.Tests.Feeds;

public class FeedIdTests
{
    [Theory]
    [InlineData(0, 0, "0-0")]
    [InlineData(1_795_384_715_205, 12, "1795384715205-12")]
    [InlineData(ulong.MaxValue, ulong.MaxValue, "18446744073709551615-18446744073709551615")]
    public void What_is_written_is_read_back(ulong milliseconds, ulong sequence, string text)
    {
        var id = new FeedId(milliseconds, sequence);

        Assert.Equal(text, id.ToString());
        Assert.True(FeedId.TryParse(text, out var read));
        Assert.Equal(id, read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("5")]
    [InlineData("5-")]
    [InlineData("-5")]
    [InlineData("5-x")]
    [InlineData("5--1")]
    [InlineData("5-1-2")]
    [InlineData(" 5-1")]
    [InlineData("+5-1")]
    [InlineData("18446744073709551616-0")]
    [InlineData("٥-١")]
    public void Anything_else_is_refused(string? text) => Assert.False(FeedId.TryParse(text, out _));

    [Fact]
    public void Ids_grow_whatever_the_clock_does()
    {
        var noon = DateTimeOffset.UnixEpoch.AddHours(12);
        var first = FeedId.Start.Next(noon);
        var second = first.Next(noon);
        var third = second.Next(noon.AddHours(-1));
        var fourth = third.Next(noon.AddMilliseconds(1));

        Assert.True(FeedId.Start < first && first < second && second < third && third < fourth);
        Assert.Equal(0u, fourth.Sequence);
    }
}
