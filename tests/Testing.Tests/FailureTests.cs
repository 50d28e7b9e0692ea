using Jero.Testing;
using Microsoft.AspNetCore.Builder;
using Testing.Tests.Products;

namespace Testing.Tests;

/// <summary>Products that are broken on purpose: each has to be found out, and the message is what a person acts on.</summary>
public sealed class FailureTests
{
    [Fact]
    public async Task A_stream_that_sends_nothing_is_found_by_the_take()
    {
        await using var app = await Apps.StartAsync();
        await using var stream = await app.OpenAsync<Reading>("/broken/silent");

        Snapshot.Match(await Apps.FailureAsync<StreamTimeoutException>(() => stream.TakeAsync(1)));
    }

    [Fact]
    public async Task A_body_that_is_buffered_is_found_as_it_is_opened()
    {
        await using var app = await Apps.StartAsync(map: web => web.Use(async (http, next) =>
        {
            var body = http.Response.Body;
            using var held = new MemoryStream();
            http.Response.Body = held;
            await next(http);
            http.Response.Body = body;
            held.Position = 0;
            await held.CopyToAsync(body);
        }));

        Snapshot.Match(await Apps.FailureAsync<StreamTimeoutException>(() => app.OpenAsync<Reading>("/broken/buffers")));
    }

    [Fact]
    public async Task An_event_that_is_lost_on_resume_is_found_by_the_cuts()
    {
        await using var app = await Apps.StartAsync();

        Snapshot.Match(await Apps.FailureAsync<StreamTestException>(
            () => ResumeTest.CutEverywhereAsync(app, "/broken/resume", 4, lastEventId: "9")));
    }

    [Fact]
    public async Task An_event_that_comes_twice_on_resume_is_found_by_the_cuts()
    {
        await using var app = await Apps.StartAsync();

        Snapshot.Match(await Apps.FailureAsync<StreamTestException>(
            () => ResumeTest.CutEverywhereAsync(app, "/broken/resume?repeats=true", 4)));
    }

    [Fact]
    public async Task Events_without_ids_are_found_by_the_cuts()
    {
        await using var app = await Apps.StartAsync();

        Snapshot.Match(await Apps.FailureAsync<StreamTestException>(
            () => ResumeTest.CutEverywhereAsync(app, "/words", 2)));
    }

    [Fact]
    public async Task An_event_that_breaks_its_schema_is_found_as_it_is_read()
    {
        await using var app = await Apps.StartAsync();
        await using var stream = await app.OpenAsync<Level>("/broken/levels");

        Snapshot.Match(await Apps.FailureAsync<StreamTestException>(() => stream.TakeAsync(2)));
    }

    [Fact]
    public async Task A_line_that_breaks_its_schema_is_found_as_it_is_read()
    {
        await using var app = await Apps.StartAsync();
        await using var stream = await app.OpenAsync<Level>("/broken/levels/lines");

        Snapshot.Match(await Apps.FailureAsync<StreamTestException>(() => stream.TakeAsync(1)));
    }

    [Fact]
    public async Task A_schema_is_not_looked_at_where_the_test_does_not_want_it()
    {
        await using var app = await Apps.StartAsync(new() { ChecksSchema = false });
        await using var stream = await app.OpenAsync<Level>("/broken/levels");

        Assert.Equal([9, 11], (await stream.TakeAsync(2)).Select(item => item.Item.Height));
    }

    [Fact]
    public async Task A_source_that_throws_is_named_with_what_came_before()
    {
        await using var app = await Apps.StartAsync();
        await using var stream = await app.OpenAsync<Reading>("/broken/faults");

        Snapshot.Match(await Apps.FailureAsync<StreamTruncatedException>(() => stream.TakeAsync(3)));
    }

    [Fact]
    public async Task A_stream_that_ends_too_early_is_found_by_the_take()
    {
        await using var app = await Apps.StartAsync();
        await using var stream = await app.OpenAsync<Reading>("/readings?count=2");

        Snapshot.Match(await Apps.FailureAsync<StreamTruncatedException>(() => stream.TakeAsync(3)));
    }

    [Fact]
    public async Task An_item_in_place_of_a_keepalive_is_shown()
    {
        await using var app = await Apps.StartAsync();
        await using var stream = await app.OpenAsync<Reading>("/readings/live");
        app.Time.Advance(TimeSpan.FromSeconds(1));

        // The clock moves on while a test waits, so that the server may have sent another item by then, or not yet.
        var message = await Apps.FailureAsync<StreamTestException>(stream.ExpectKeepAliveAsync);
        Snapshot.Match(string.Join('\n', message.Split('\n').Take(3)));
    }

    [Fact]
    public async Task A_keepalive_that_does_not_come_is_told_with_the_clock()
    {
        await using var app = await Apps.StartAsync();
        await using var stream = await app.OpenAsync<Reading>("/feed");

        Snapshot.Match(await Apps.FailureAsync<StreamTimeoutException>(stream.ExpectKeepAliveAsync));
    }
}
