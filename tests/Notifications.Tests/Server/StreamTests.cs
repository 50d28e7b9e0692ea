using System.Text.Json;

namespace Notifications.Tests.Server;

public sealed class StreamTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task The_first_event_says_who_is_there_and_where_the_stream_begins()
    {
        using var user = await User.SignInAsync(server.Address);
        var newest = await DeliverAsync(user, "before");

        await using var client = await EventClient.OpenAsync(user, server.Address);

        var (name, id, data) = client.Events[0];
        Assert.Equal(("welcome", newest), (name, id));
        var session = JsonElement.Parse(data);
        Assert.Equal("ada", session.GetProperty("user").GetString());
        Assert.True(session.GetProperty("until").GetDateTimeOffset() > DateTimeOffset.UtcNow.AddHours(7));
    }

    [Fact]
    public async Task Every_client_gets_what_is_published_under_the_name_of_its_kind_and_only_the_addressee_what_is_private()
    {
        using var ada = await User.SignInAsync(server.Address, "ada");
        using var bob = await User.SignInAsync(server.Address, "bob");
        await using var first = await EventClient.OpenAsync(ada, server.Address);
        await using var second = await EventClient.OpenAsync(bob, server.Address);

        var secret = await bob.PublishAsync(server.Address, "for ada", "@ada");
        using var alert = await bob.SendAsync(
            HttpMethod.Post, server.Address, "/notifications", """{"topic":"alerts","content":{"kind":"alert","severity":"warning","text":"Fire"}}""");
        var last = await ada.PublishAsync(server.Address, "for all");
        await first.UntilAsync(read => read.Id == last);
        await second.UntilAsync(read => read.Id == last);

        Assert.Contains(first.Events, read => read.Id == secret && read.Event == "message");
        Assert.DoesNotContain(second.Events, read => read.Id == secret);
        Assert.Equal(first.Events.Single(read => read.Event == "alert"), second.Events.Single(read => read.Event == "alert"));
    }

    [Fact]
    public async Task A_stream_goes_on_after_the_id_it_is_given_in_the_header_or_in_the_address()
    {
        using var user = await User.SignInAsync(server.Address);
        var first = await user.PublishAsync(server.Address, "one");
        await user.PublishAsync(server.Address, "two");
        await user.PublishAsync(server.Address, "three");

        await using var byHeader = await EventClient.OpenAsync(user, server.Address, "/notifications?topic=general&after=0-0", lastEventId: first);
        await using var byAddress = await EventClient.OpenAsync(user, server.Address, $"/notifications?topic=general&after={first}");
        await byHeader.UntilTextAsync("three");
        await byAddress.UntilTextAsync("three");

        Assert.Equal(first, byHeader.Events[0].Id);
        Assert.Equal(["two", "three"], byHeader.Texts.Where(text => text is "one" or "two" or "three"));
        Assert.Equal(byHeader.Texts, byAddress.Texts);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("a-99999999999999999999")]
    [InlineData("")]
    [InlineData("-1-0")]
    public async Task A_malformed_id_begins_with_the_next_event(string lastEventId)
    {
        using var user = await User.SignInAsync(server.Address);
        await DeliverAsync(user, "before");

        await using var client = await EventClient.OpenAsync(user, server.Address, lastEventId: lastEventId);
        var next = await user.PublishAsync(server.Address, "next");
        await client.UntilAsync(read => read.Id == next);

        Assert.DoesNotContain("before", client.Texts);
        Assert.DoesNotContain(client.Events, read => read.Event == "gap");
    }

    [Fact]
    public async Task An_id_of_another_log_is_told_of_a_gap_and_gets_what_is_kept()
    {
        using var user = await User.SignInAsync(server.Address);
        await DeliverAsync(user, "before");

        await using var client = await EventClient.OpenAsync(user, server.Address, lastEventId: "1795387010650-0");
        await client.UntilTextAsync("before");

        Assert.Equal(["welcome", "gap"], client.Events.Take(2).Select(read => read.Event));
        Assert.Equal("""{"missed":null}""", client.Events[1].Data);
    }

    [Fact]
    public async Task A_quiet_stream_is_kept_alive()
    {
        using var user = await User.SignInAsync(server.Address);
        using var response = await user.SendAsync(HttpMethod.Get, server.Address, "/notifications?topic=@ada");
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));

        string? line;
        do line = await reader.ReadLineAsync(TestContext.Current.CancellationToken);
        while (line is not (null or "event: alive"));

        Assert.Equal("event: alive", line);
        Assert.Equal("data:", (await reader.ReadLineAsync(TestContext.Current.CancellationToken))?.TrimEnd());
    }

    [Fact]
    public async Task A_text_cannot_forge_an_event()
    {
        using var user = await User.SignInAsync(server.Address);
        await using var client = await EventClient.OpenAsync(user, server.Address);

        const string Text = "one\n\nevent: alert\nid: 0-0\ndata: forged\n\n\u2028end";
        var id = await user.PublishAsync(server.Address, Text);
        await client.UntilAsync(read => read.Id == id);

        Assert.Contains(Text, client.Texts);
    }

    // What is stored is not delivered yet: until it is, it is the next event.
    private async Task<string> DeliverAsync(User user, string text)
    {
        await using var witness = await EventClient.OpenAsync(user, server.Address);
        var id = await user.PublishAsync(server.Address, text);
        await witness.UntilAsync(read => read.Id == id);
        return id;
    }
}
