using System.Net;
using Shared;

namespace Notifications.Tests.Server;

/// <summary>The console sample and its generated client, against the sample that it follows.</summary>
public sealed class FollowTests(ServerFixture server) : IClassFixture<ServerFixture>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Position => Path.Combine(_folder.Path, "position");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_event_is_printed_once_though_the_server_is_killed()
    {
        await using var server = await NotificationsServer.StartAsync(_folder.Path);
        using var user = await User.SignInAsync(server.Address, "bob");
        await using var follow = new FollowProcess(server.Address.ToString(), "ada");
        await follow.UntilAsync("ada follows @ada, alerts, builds, general.");
        var published = new List<string>();
        for (var round = 0; round < 3; round++)
        {
            await PublishAsync(user, server.Address, published, $"{round}:before");
            // What is published last before the end may have been sent or not.
            await PublishAsync(user, server.Address, published, $"{round}:at the end");
            await server.KillAsync();
            await server.StartAgainAsync();
            // While nobody follows, or somebody already does.
            await PublishAsync(user, server.Address, published, $"{round}:after");
            await follow.UntilAsync(published[^1]);
        }

        Assert.Equal(published, follow.Texts);
        await Until.TrueAsync(() => TimesLost() >= 3, () => follow.Process.Output);
        Assert.Equal(3, TimesLost());

        int TimesLost() => follow.Process.Output.Split("The connection is lost.").Length - 1;
    }

    [Fact]
    public async Task A_program_that_was_killed_goes_on_where_it_was()
    {
        using var user = await User.SignInAsync(server.Address, "bob");
        await using (var first = new FollowProcess(server.Address.ToString(), "ada", Position))
        {
            await first.UntilAsync("ada follows");
            var id = await user.PublishAsync(server.Address, "seen");
            await Until.TrueAsync(() => File.Exists(Position) && File.ReadAllText(Position) == id, () => "the position is kept");
        }

        await user.PublishAsync(server.Address, "missed", "@ada");
        await user.PublishAsync(server.Address, "not ada's", "@cleo");
        await user.SendAsync(HttpMethod.Post, server.Address, "/notifications", """{"topic":"builds","content":{"kind":"progress","job":"main","percent":40}}""");
        await user.SendAsync(HttpMethod.Post, server.Address, "/notifications", """{"topic":"alerts","content":{"kind":"alert","severity":"critical","text":"Disk\nfull\u001b[2J"}}""");
        await using var second = new FollowProcess(server.Address.ToString(), "ada", Position);
        await second.UntilAsync("Disk");

        // What would move the terminal's cursor is blank.
        Assert.Equal(["missed", "main 40 %", "Critical! Disk full [2J"], second.Texts);
    }

    [Fact]
    public async Task An_expired_sign_in_is_renewed_and_nothing_is_lost()
    {
        await using var server = await NotificationsServer.StartAsync(_folder.Path, "--Notifications:SessionLifetime=00:00:05");
        await using var follow = new FollowProcess(server.Address.ToString(), "ada");
        await follow.UntilAsync("ada follows");
        var published = new List<string>();
        while (!follow.Process.Output.Contains("The sign-in is over", StringComparison.Ordinal))
        {
            // Of its own, as that of the publisher expires too.
            using var user = await User.SignInAsync(server.Address, "bob");
            await PublishAsync(user, server.Address, published, $"n{published.Count}");
            // It goes on for as long as a sign-in lasts: other tests need the processor.
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        await follow.UntilAsync(published[^1]);

        Assert.Equal(published, follow.Texts);
    }

    [Fact]
    public async Task A_program_that_is_asked_to_stop_stops()
    {
        Tool.RequireLinux();
        await using var follow = new FollowProcess(server.Address.ToString(), "ada");
        await follow.UntilAsync("ada follows");

        follow.Process.Terminate();

        await follow.Process.WaitForExitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(0, follow.Process.ExitCode);
    }

    [Theory]
    [InlineData(1, "There is no user 'nobody'.", "nobody")]
    [InlineData(2, "follow ADDRESS USER")]
    [InlineData(2, "follow ADDRESS USER", "ada", "file", "more")]
    public async Task What_cannot_be_followed_is_said(int exitCode, string message, params string[] arguments)
    {
        await using var follow = new FollowProcess([server.Address.ToString(), .. arguments]);

        await follow.UntilAsync(message);
        await follow.Process.WaitForExitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(exitCode, follow.Process.ExitCode);
    }

    private static async Task PublishAsync(User user, Uri address, List<string> published, string text)
    {
        using var response = await user.TryPublishAsync(address, text);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        published.Add(text);
    }
}
