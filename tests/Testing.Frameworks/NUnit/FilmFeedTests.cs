using Jero;
using Jero.Testing;
using NUnit.Framework;

namespace Testing.Frameworks.NUnit;

public sealed class FilmFeedTests
{
    [Test]
    public async Task Films_are_taken_and_the_drop_waits_for_the_server()
    {
        var (ids, end) = await FilmFeed.TakeTwoAndDropAsync();

        Assert.That(ids, Is.EqualTo("11,12"));
        Assert.That(end.Reason, Is.EqualTo(StopReason.ClientGone));
    }

    [Test]
    public async Task A_failure_is_an_exception_like_any_other()
    {
        var exception = await Assert.ThrowsAsync<StreamTestException>(FilmFeed.OpenWhatIsNotThereAsync);

        Assert.That(exception!.Message, Does.Contain("404"));
    }
}
