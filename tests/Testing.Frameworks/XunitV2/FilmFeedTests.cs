using Jero;
using Jero.Testing;

namespace Testing.Frameworks.XunitV2;

public sealed class FilmFeedTests
{
    [Fact]
    public async Task Films_are_taken_and_the_drop_waits_for_the_server()
    {
        var (ids, end) = await FilmFeed.TakeTwoAndDropAsync();

        Assert.Equal("11,12", ids);
        Assert.Equal(StopReason.ClientGone, end.Reason);
    }

    [Fact]
    public async Task A_failure_is_an_exception_like_any_other()
    {
        var exception = await Assert.ThrowsAsync<StreamTestException>(FilmFeed.OpenWhatIsNotThereAsync);

        Assert.Contains("404", exception.Message, StringComparison.Ordinal);
    }
}
