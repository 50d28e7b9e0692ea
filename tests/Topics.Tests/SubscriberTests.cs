using Jero;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Topics.Tests.Server;

namespace Topics.Tests;

/// <summary>Subscribers without a server: those that fall behind, end, and are many.</summary>
public sealed class SubscriberTests
{
    [Fact]
    public async Task One_that_falls_behind_gets_the_gap_and_goes_on_with_the_oldest_kept()
    {
        using var host = new TopicHost(options => options.RetainCount = 5);
        await using var reader = host.Read();
        await host.PublishAsync(12);
        Assert.Equal("event: gap\nid: @7\ndata: {\"missed\":7}", await reader.NextAsync());
        Assert.Equal(["@8", "@9", "@10", "@11", "@12"], await reader.IdsAsync(5));
    }

    [Fact]
    public async Task One_of_a_quiet_subject_falls_behind_only_by_its_own_events()
    {
        using var host = new TopicHost(options => options.RetainCount = 5);
        await using var reader = host.Read(subjects: ["quiet"]);
        await host.PublishAsync(12, "noisy");
        await host.PublishAsync(1, "quiet");
        Assert.Equal("@13", (await reader.IdsAsync(1)).Single());
        await host.PublishAsync(1, "quiet");
        await host.PublishAsync(12, "noisy");
        Assert.StartsWith("event: gap\n", await reader.NextAsync());
    }

    [Fact]
    public async Task One_that_falls_behind_ends_where_the_app_says_so()
    {
        using var host = new TopicHost(options => (options.RetainCount, options.WhenBehind) = (5, WhenBehind.End));
        await using var reader = host.Read();
        await host.PublishAsync(12);
        Assert.Null(await reader.NextAsync());
    }

    [Fact]
    public async Task One_that_falls_behind_gets_the_newest_of_each_key_where_the_app_says_so()
    {
        using var host = new TopicHost(options => (options.RetainCount, options.WhenBehind, options.Key) = (3, WhenBehind.Latest, price => price.Symbol));
        await using var reader = host.Read();
        await host.PublishAsync(1, "a");
        Assert.Equal(["@1"], await reader.IdsAsync(1));
        await host.PublishAsync(4, "b");
        await host.PublishAsync(4, "c");
        await host.PublishAsync(4, "b");
        Assert.Equal(["@9", "@13"], await reader.IdsAsync(2));
        await host.PublishAsync(1, "a");
        Assert.Equal(["@14"], await reader.IdsAsync(1));
    }

    [Fact]
    public async Task Lines_that_fall_behind_are_broken_off()
    {
        using var host = new TopicHost(options => options.RetainCount = 5);
        await using var reader = host.Read(isLines: true);
        await host.PublishAsync(12);
        var exception = await Assert.ThrowsAsync<TopicBehindException>(async () => await reader.NextAsync());
        Assert.Equal(7ul, exception.Missed);
    }

    [Fact]
    public async Task A_disconnect_ends_the_open_streams_of_its_subject_and_no_other()
    {
        using var host = new TopicHost();
        await using var ada = host.Read(subjects: ["ada", "all"]);
        await using var bob = host.Read(subjects: ["bob", "all"]);
        await using var everybody = host.Read();
        await host.PublishAsync(1, "all");
        await host.Topic.DisconnectAsync("ada");
        await host.PublishAsync(1, "ada");
        await host.PublishAsync(1, "all");
        Assert.Equal(["@1"], await ada.IdsAsync(1));
        Assert.Null(await ada.NextAsync());
        Assert.Equal(["@1", "@4"], await bob.IdsAsync(2));
        Assert.Equal(["@1", "@3", "@4"], await everybody.IdsAsync(3));

        // One that comes back is not ended by what ended it before.
        await using var again = host.Read("@1", ["ada", "all"]);
        Assert.Equal(["@3", "@4"], await again.IdsAsync(2));
    }

    [Fact]
    public async Task A_key_is_published_once_while_the_log_knows_it()
    {
        using var host = new TopicHost(options => options.RetainCount = 2);
        var token = TestContext.Current.CancellationToken;
        var first = await host.Topic.PublishOnceAsync("k", new("a", 1), cancellationToken: token);
        Assert.Equal(first, await host.Topic.PublishOnceAsync("k", new("a", 1), cancellationToken: token));
        await host.PublishAsync(2);
        Assert.NotEqual(first, await host.Topic.PublishOnceAsync("k", new("a", 1), cancellationToken: token));
    }

    [Fact]
    public async Task A_record_is_forgotten_when_its_time_is_over()
    {
        using var host = new TopicHost(options => options.RetainFor = TimeSpan.FromMinutes(1));
        await host.PublishAsync(3);
        host.Time.Advance(TimeSpan.FromSeconds(61));
        await using var reader = host.Read("@1");
        Assert.Equal("event: gap\nid: @3\ndata: {\"missed\":2}", await reader.NextAsync());
    }

    [Fact]
    public async Task Bytes_bound_what_is_kept()
    {
        using var host = new TopicHost(options => (options.MaxItemBytes, options.RetainBytes) = (1_000, 10_000));
        await host.PublishAsync(1_000);
        Assert.InRange(host.Node.Ring.Bytes, 1_000, 10_000);
    }

    [Fact]
    public async Task A_hundred_thousand_subjects_cost_no_more_than_what_is_kept_of_them()
    {
        using var host = new TopicHost(options => options.RetainCount = 1_000);
        for (var i = 0; i < 100_000; i++)
        {
            await host.Topic.PublishAsync(new("s", i), $"subject/{i}", cancellationToken: TestContext.Current.CancellationToken);
        }

        Assert.Equal(1_000, host.Node.Ring.Subjects);
        await using (var reader = host.Read(subjects: [.. Enumerable.Range(0, 50_000).Select(i => $"other/{i}")]))
        {
            Assert.Equal(51_000, host.Node.Ring.Subjects);
        }

        Assert.Equal(1_000, host.Node.Ring.Subjects);
    }

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\rb")]
    [InlineData("a\0b")]
    [InlineData("half a pair")]
    [InlineData("10 KB")]
    public async Task Subjects_and_event_names_that_would_break_a_line_are_refused(string name)
    {
        name = name switch { "10 KB" => new string('x', 10_000), "half a pair" => "\ud800", _ => name };
        using var host = new TopicHost();
        await Assert.ThrowsAsync<ArgumentException>("subject", async () => await host.Topic.PublishAsync(new("a", 1), name, cancellationToken: TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<ArgumentException>("eventName", async () => await host.Topic.PublishAsync(new("a", 1), null, name, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<ArgumentException>("subject", async () => await host.Topic.DisconnectAsync(name));
        await Assert.ThrowsAsync<ArgumentException>("idempotencyKey", async () => await host.Topic.PublishOnceAsync(name, new("a", 1), cancellationToken: TestContext.Current.CancellationToken));
        await using var reader = host.Read("@0");
        await host.PublishAsync(1);
        Assert.Equal(["@1"], await reader.IdsAsync(1));
    }

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\0b")]
    [InlineData("10 KB")]
    public async Task One_that_asks_for_a_subject_that_none_can_be_gets_nothing_and_leaves_nothing(string subject)
    {
        using var host = new TopicHost();
        await using (var reader = host.Read("@0", [subject == "10 KB" ? new string('x', 10_000) : subject, "b"]))
        {
            await host.PublishAsync(3, "a");
            await host.PublishAsync(1, "b");
            Assert.Equal(["@4"], await reader.IdsAsync(1));
        }

        Assert.Equal(2, host.Node.Ring.Subjects);
    }

    [Fact]
    public async Task The_name_of_the_gap_event_is_refused()
    {
        using var host = new TopicHost();
        await Assert.ThrowsAsync<ArgumentException>("eventName", async () => await host.Topic.PublishAsync(new("a", 1), null, "gap", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_item_over_the_limit_is_refused_and_nothing_is_stored()
    {
        using var host = new TopicHost(options => options.MaxItemBytes = 100);
        await using var reader = host.Read("@0");
        var exception = await Assert.ThrowsAsync<ArgumentException>("item", async () => await host.Topic.PublishAsync(new(new string('x', 200), 1), cancellationToken: TestContext.Current.CancellationToken));
        Assert.Contains("MaxItemBytes", exception.Message, StringComparison.Ordinal);
        await host.PublishAsync(1);
        Assert.Equal(["@1"], await reader.IdsAsync(1));
    }

    [Fact]
    public async Task A_consumer_of_the_process_gets_items()
    {
        using var host = new TopicHost();
        await host.PublishAsync(3, "a");
        var got = new List<TopicEvent<Price>>();
        await foreach (var read in host.Topic.ReadAsync(host.Id("@1"), ["a"], TestContext.Current.CancellationToken))
        {
            got.Add(read);
            if (got.Count == 2)
            {
                break;
            }
        }

        Assert.Equal([1, 2], got.Select(read => read.Item.Value));
        Assert.All(got, read => Assert.Equal("a", read.Subject));
        Assert.Equal(0, host.Topic.Subscribers);
    }

    [Fact]
    public async Task A_consumer_of_the_process_is_told_that_events_are_missing()
    {
        using var host = new TopicHost(options => options.RetainCount = 2);
        await host.PublishAsync(5);
        await Assert.ThrowsAsync<TopicBehindException>(async () =>
            await host.Topic.ReadAsync(host.Id("@1"), cancellationToken: TestContext.Current.CancellationToken).FirstAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Impossible_options_are_refused_with_their_reasons()
    {
        using var host = new TopicHost(options =>
            (options.RetainCount, options.RetainFor, options.WhenBehind, options.MaxSubscribers, options.GapEvent, options.Linger)
                = (0, TimeSpan.Zero, WhenBehind.Latest, 0, "a\nb", TimeSpan.FromHours(1)));
        var faults = Assert.Throws<OptionsValidationException>(() => host.Topic).Failures;
        Assert.Equal(6, faults.Count());
        Assert.All(faults, fault => Assert.StartsWith("The topic 'prices': ", fault, StringComparison.Ordinal));
    }

    [Fact]
    public void Two_topics_of_one_item_are_told_apart_by_name()
    {
        var unfit = "a b"; // No constant, which would be JERO059.
        var services = new ServiceCollection();
        services.AddJeroTopic<Price>("a");
        services.AddJeroTopic<Price>("b");
        Assert.Throws<ArgumentException>("name", () => services.AddJeroTopic<Price>("b"));
        Assert.Throws<ArgumentException>("name", () => services.AddJeroTopic<Price>(unfit));
        using var provider = services.BuildServiceProvider();
        Assert.Equal("b", provider.GetRequiredKeyedService<Topic<Price>>("b").Name);
        var exception = Assert.Throws<InvalidOperationException>(provider.GetRequiredService<Topic<Price>>);
        Assert.Contains("'a' and 'b'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_user_s_events_never_reach_another()
    {
        const int Users = 50;
        var random = new Random(1);
        using var host = new TopicHost();
        var readers = Enumerable.Range(0, Users).Select(user => host.Read(random.Next(2) == 0 ? "@0" : null, [$"@user{user}"])).ToList();
        for (var i = 0; i < 100_000; i++)
        {
            var user = random.Next(Users);
            await host.Topic.PublishAsync(new($"user{user}", i), $"@user{user}", cancellationToken: TestContext.Current.CancellationToken);
            if (random.Next(3) == 0)
            {
                var reader = random.Next(Users);
                if (random.Next(50) == 0)
                {
                    await readers[reader].DisposeAsync();
                    readers[reader] = host.Read($"@{random.Next(i + 1)}", [$"@user{reader}"]);
                }

                foreach (var block in await readers[reader].ReadyAsync())
                {
                    Assert.True(
                        block.StartsWith("event: gap", StringComparison.Ordinal) || !block.Contains("data:", StringComparison.Ordinal)
                            || block.Contains($"\"user{reader}\"", StringComparison.Ordinal),
                        block);
                }
            }
        }

        foreach (var reader in readers)
        {
            await reader.DisposeAsync();
        }

        Assert.Equal(0, host.Node.Ring.Subscribers.Count);
    }
}
