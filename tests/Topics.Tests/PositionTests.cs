using Jero;

namespace Topics.Tests;

/// <summary>The text of a position, which a client sends back.</summary>
public sealed class PositionTests
{
    [Theory]
    [InlineData("a", 0, 0, "a-0")]
    [InlineData("m0199F", 17, 0, "m0199F-17")]
    [InlineData("1", 1_795_384_715_205, 12, "1-1795384715205-12")]
    [InlineData("z", ulong.MaxValue, ulong.MaxValue, "z-18446744073709551615-18446744073709551615")]
    public void What_is_written_is_read_back(string epoch, ulong major, ulong minor, string text)
    {
        var position = new TopicPosition(epoch, major, minor);

        Assert.Equal(text, position.ToString());
        Assert.True(TopicPosition.TryParse(text, out var read));
        Assert.Equal(position, read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("--")]
    [InlineData("5")]
    [InlineData("a")]
    [InlineData("a-")]
    [InlineData("-5")]
    [InlineData("a-x")]
    [InlineData("a--1")]
    [InlineData("a-1-")]
    [InlineData("a-1-0")]
    [InlineData("a-1-2-3")]
    [InlineData("a-01")]
    [InlineData("a-1-02")]
    [InlineData("a-1.5")]
    [InlineData("a-1e3")]
    [InlineData("a-0x1")]
    [InlineData("a-1,000")]
    [InlineData(" a-1")]
    [InlineData("a-1 ")]
    [InlineData("a- 1")]
    [InlineData("a-+1")]
    [InlineData("a_b-1")]
    [InlineData("ä-1")]
    [InlineData("a-\u0665")]
    [InlineData("a\0-1")]
    [InlineData("a-1\0")]
    [InlineData("a-1\n")]
    [InlineData("a-1\nid: b-2")]
    [InlineData("a-18446744073709551616")]
    [InlineData("a-1-18446744073709551616")]
    [InlineData("a-99999999999999999999999999999999")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345-1")]
    public void Anything_else_is_refused(string? text) => Assert.False(TopicPosition.TryParse(text, out _));

    [Fact]
    public void Positions_of_two_epochs_come_before_none_of_the_other()
    {
        Assert.True(new TopicPosition("a", 1).IsBefore(new("a", 1, 1)));
        Assert.False(new TopicPosition("a", 1).IsBefore(new("a", 1)));
        Assert.False(new TopicPosition("a", 1).IsBefore(new("b", 2)));
        Assert.False(new TopicPosition("b", 1).IsBefore(new("a", 2)));
    }
}
