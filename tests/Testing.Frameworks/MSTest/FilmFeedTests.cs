using Jero;
using Jero.Testing;

namespace Testing.Frameworks.MSTest;

[TestClass]
public sealed class FilmFeedTests
{
    [TestMethod]
    public async Task Films_are_taken_and_the_drop_waits_for_the_server()
    {
        var (ids, end) = await FilmFeed.TakeTwoAndDropAsync();

        Assert.AreEqual("11,12", ids);
        Assert.AreEqual(StopReason.ClientGone, end.Reason);
    }

    [TestMethod]
    public async Task A_failure_is_an_exception_like_any_other()
    {
        var exception = await Assert.ThrowsExactlyAsync<StreamTestException>(FilmFeed.OpenWhatIsNotThereAsync);

        StringAssert.Contains(exception.Message, "404", StringComparison.Ordinal);
    }
}
