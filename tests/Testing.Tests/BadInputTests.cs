using Jero.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Testing.Tests.Products;

namespace Testing.Tests;

/// <summary>What a test may get wrong: an exception says so, nothing hangs and nothing is left.</summary>
public sealed class BadInputTests
{
    [Fact]
    public async Task A_program_that_does_not_start_is_told_with_its_reason()
    {
        var options = new StreamAppOptions
        {
            Configure = host => host.ConfigureServices(services => services.AddHostedService<Refusing>()),
        };

        Snapshot.Match(await Apps.FailureAsync<StreamTestException>(() => StreamApp.StartAsync<Program>(options)));
    }

    [Fact]
    public async Task An_app_that_cannot_be_built_is_told_with_its_reason()
    {
        static Task StartAsync() => Apps.StartAsync(map: _ => throw new InvalidOperationException("There is no database."));

        Snapshot.Match(await Apps.FailureAsync<StreamTestException>(StartAsync));
    }

    [Fact]
    public async Task An_endpoint_that_is_not_there_is_told_with_those_that_are()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = await StreamApp.StartAsync(builder, web =>
        {
            web.MapGet("/events/{room}", () => "");
            web.MapPost("/events", () => "");
        });

        Snapshot.Match(await Apps.FailureAsync<StreamTestException>(() => app.OpenAsync<Reading>("/event")));
    }

    [Fact]
    public async Task A_response_that_is_no_stream_is_shown()
    {
        await using var app = await Apps.StartAsync(map: web => web.MapGet("/one", () => new Reading(1)));

        Snapshot.Match(await Apps.FailureAsync<StreamTestException>(() => app.OpenAsync<Reading>("/one")));
    }

    [Fact]
    public async Task A_request_that_is_refused_is_told_with_the_problem()
    {
        await using var app = await Apps.StartAsync();

        Snapshot.Match(await Apps.FailureAsync<StreamTestException>(() => app.OpenAsync<Reading>("/readings?count=many")));
    }

    [Fact]
    public async Task An_app_that_does_not_answer_is_told_within_the_limit()
    {
        await using var app = await Apps.StartAsync(map: web => web.MapGet("/hangs", async (Gate gate) => await gate.Opened));

        Snapshot.Match(await Apps.FailureAsync<StreamTimeoutException>(() => app.OpenAsync<Reading>("/hangs")));

        app.Services.GetRequiredService<Gate>().Open();
    }

    [Fact]
    public async Task Items_that_do_not_fit_the_type_are_shown()
    {
        await using var app = await Apps.StartAsync();
        await using var stream = await app.OpenAsync<Reading>("/words");

        Snapshot.Match(await Apps.FailureAsync<StreamTestException>(() => stream.TakeAsync(1)));
    }

    [Fact]
    public async Task A_type_that_the_app_cannot_read_is_named()
    {
        await using var app = await Apps.StartAsync();
        await using var stream = await app.OpenAsync<Uri[]>("/readings?count=1");

        var message = await Apps.FailureAsync<StreamTestException>(() => stream.TakeAsync(1));

        Assert.StartsWith("GET /readings: the app has no JSON metadata for System.Uri[], ", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disposed_app_has_left_its_port()
    {
        var app = await Apps.StartAsync();
        var stream = await app.OpenAsync<Reading>("/broken/deaf");
        await stream.TakeAsync(1);
        await Assert.ThrowsAsync<StreamTestException>(async () => await app.DisposeAsync());

        using var client = new HttpClient();
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(app.Address, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_disposed_app_opens_nothing()
    {
        var app = await Apps.StartAsync();
        await app.DisposeAsync();
        await app.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => app.OpenAsync<Reading>("/readings?count=1"));
    }

    private sealed class Refusing : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => throw new InvalidOperationException("The queue is not there.");

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
