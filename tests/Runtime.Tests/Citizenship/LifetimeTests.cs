using Jero;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Runtime.Tests.Streaming;

namespace Runtime.Tests.Citizenship;

public sealed class LifetimeTests
{
    private const string Whole = "scope1 made, asked keyed 7, scope1 read, endpoint disposed, scope1 disposed";

    private readonly Trace _trace = new();

    [Fact]
    public async Task Endpoint_and_scoped_services_outlive_the_stream()
    {
        _trace.Release();
        await using var app = await StartAsync();

        using var client = await RawClient.ReadWholeAsync(app, "/citizen/lifetime");

        await App.UntilAsync(() => _trace.Steps == Whole, Whole);
        Assert.True(client.IsWhole);
    }

    [Fact]
    public async Task Each_request_has_a_scope_and_an_endpoint_of_its_own()
    {
        _trace.Release();
        await using var app = await StartAsync();

        using var first = await RawClient.ReadWholeAsync(app, "/citizen/lifetime");
        using var second = await RawClient.ReadWholeAsync(app, "/citizen/lifetime");

        await App.UntilAsync(
            () => _trace.Steps == $"{Whole}, {Whole.Replace("scope1", "scope2", StringComparison.Ordinal)}", "both are disposed");
    }

    [Fact]
    public async Task A_client_that_leaves_does_not_take_them_from_the_source()
    {
        await using var app = await StartAsync();
        using (var client = await RawClient.SendAsync(app, "/citizen/lifetime"))
        {
            await client.UntilAsync("first");
            client.Reset();
        }

        await App.UntilAsync(() => _trace.Steps == Whole, Whole);
    }

    [Fact]
    public async Task Head_disposes_them_without_asking_the_source()
    {
        await using var app = await StartAsync();

        using var client = await RawClient.ReadWholeAsync(app, "/citizen/lifetime", "HEAD");

        await App.UntilAsync(() => _trace.Steps == Whole.Replace("scope1 read, ", "", StringComparison.Ordinal), "the endpoint is disposed");
    }

    [Fact]
    public async Task A_handler_that_throws_has_its_endpoint_disposed()
    {
        await using var app = await StartAsync();

        using var client = await RawClient.ReadWholeAsync(app, "/citizen/lifetime", "DELETE");

        Assert.Equal(500, client.StatusOf());
        await App.UntilAsync(() => _trace.Steps == "scope1 made, endpoint disposed, scope1 disposed", "the endpoint is disposed");
    }

    [Fact]
    public async Task A_filter_that_answers_itself_has_nothing_constructed()
    {
        await using var app = await StartAsync(endpoint => endpoint.AddEndpointFilter((_, _) => new("instead")));

        using var client = await RawClient.ReadWholeAsync(app, "/citizen/lifetime");

        Assert.Equal("instead", client.Body);
        Assert.Equal("", _trace.Steps);
    }

    [Fact]
    public async Task A_filter_that_replaces_the_result_has_the_endpoint_disposed()
    {
        await using var app = await StartAsync(endpoint => endpoint.AddEndpointFilter(async (context, next) =>
        {
            await next(context);
            return "instead";
        }));

        using var client = await RawClient.ReadWholeAsync(app, "/citizen/lifetime");

        await App.UntilAsync(() => _trace.Steps == Whole.Replace("scope1 read, ", "", StringComparison.Ordinal), "the endpoint is disposed");
    }

    [Fact]
    public async Task A_stream_that_needs_no_service_makes_no_scope()
    {
        await using var app = await Citizen.StartAsync(_trace, web =>
        {
            web.Use((http, next) =>
            {
                http.Features.Set<IServiceProvidersFeature>(new WatchedServices(_trace));
                return next(http);
            });
            web.MapEndpoint<ServicelessCitizen>();
        });

        using var client = await RawClient.ReadWholeAsync(app, "/citizen/serviceless");

        Assert.Contains("only", client.Body, StringComparison.Ordinal);
        Assert.Equal("", _trace.Steps);
    }

    [Fact]
    public async Task A_clock_of_each_request_is_taken_from_the_request()
    {
        var clocks = 0;
        await using var app = await Citizen.StartAsync(_trace, web => web.MapEndpoint<ServicelessCitizen>(), services => services.AddScoped<TimeProvider>(_ =>
        {
            Interlocked.Increment(ref clocks);
            return new OwnClock();
        }));

        // The server has taken one for itself.
        using var first = await RawClient.ReadWholeAsync(app, "/citizen/serviceless");
        var before = Volatile.Read(ref clocks);
        using var second = await RawClient.ReadWholeAsync(app, "/citizen/serviceless");

        Assert.Contains("only", second.Body, StringComparison.Ordinal);
        Assert.Equal(before + 1, Volatile.Read(ref clocks));
    }

    private Task<App> StartAsync(Action<IEndpointConventionBuilder>? convention = null)
    {
        var scopes = 0;
        return Citizen.StartAsync(_trace, web =>
        {
            var endpoint = web.MapEndpoint<LifetimeCitizen>();
            convention?.Invoke(endpoint);
        }, services => services
            .AddScoped(provider => new ScopedService(_trace, $"scope{Interlocked.Increment(ref scopes)}"))
            .AddKeyedSingleton("key", new KeyedService("keyed")));
    }
}

/// <summary>Notes that the request's own services are asked for, at which the framework makes a scope.</summary>
internal sealed class WatchedServices(Trace trace) : IServiceProvidersFeature
{
    public IServiceProvider RequestServices
    {
        get
        {
            trace.Note("scope asked for");
            return null!;
        }
        set => throw new NotSupportedException();
    }
}

internal sealed class OwnClock : TimeProvider;

[Endpoint("/citizen/serviceless")]
internal sealed partial class ServicelessCitizen
{
    public SSEResponse<Movie> Get() => new(new[] { new Movie("only") }.ToAsyncEnumerable());
}

internal sealed record KeyedService(string Name);

/// <summary>Says when it is made, used and disposed; refuses to be used afterwards.</summary>
internal sealed class ScopedService : IAsyncDisposable
{
    private readonly Trace _trace;
    private readonly string _name;
    private bool _isDisposed;

    public ScopedService(Trace trace, string name)
    {
        (_trace, _name) = (trace, name);
        trace.Note($"{name} made");
    }

    public void Read()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        _trace.Note($"{_name} read");
    }

    public ValueTask DisposeAsync()
    {
        _isDisposed = true;
        _trace.Note($"{_name} disposed");
        return ValueTask.CompletedTask;
    }
}

[Endpoint("/citizen/lifetime")]
internal sealed partial class LifetimeCitizen(
    ScopedService scoped, Trace trace, [FromKeyedServices("key")] KeyedService keyed, KeyedService? absent, int limit = 7) : IAsyncDisposable
{
    public NDJSONStreamingResponse<Movie> Get()
    {
        trace.Note($"asked {keyed.Name} {absent?.Name ?? $"{limit}"}");
        return new(Source());
    }

    public JSONResponse<string> Delete() => throw new InvalidOperationException("Not deletable.");

    public ValueTask DisposeAsync()
    {
        trace.Note("endpoint disposed");
        return ValueTask.CompletedTask;
    }

    private async IAsyncEnumerable<Movie> Source([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token = default)
    {
        try
        {
            yield return new Movie("first");
            await trace.Released(token);
        }
        finally
        {
            scoped.Read();
        }
    }
}
