using System.Security.Claims;
using Jero;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Runtime.Tests.Endpoints;

/// <summary>What happened in the app, for a test to look at.</summary>
public sealed class Journal
{
    public List<string> Entries { get; } = [];
}

[Endpoint("/everything")]
public sealed partial class EverythingEndpoint
{
    public NDJSONStreamingResponse<Everything?> Get() => new(Items());

    public async Task<JSONResponse<List<Everything>>> PostAsync()
    {
        await Task.Yield();
        return new([Samples.Empty, Samples.Full]);
    }

    private static async IAsyncEnumerable<Everything?> Items()
    {
        yield return Samples.Empty;
        await Task.Yield();
        yield return null;
        yield return Samples.Full;
    }
}

[Endpoint("/events")]
public sealed partial class EventsEndpoint
{
    public SSEResponse<Point> Get() => new(Items());

    private static async IAsyncEnumerable<ServerSentEvent<Point>> Items()
    {
        await Task.Yield();
        yield return new Point(1, 2);
        yield return new ServerSentEvent<Point>(new Point(3, 4)) { Event = "moved", Id = "2", Retry = TimeSpan.FromSeconds(3) };
    }
}

[Endpoint("/text")]
public sealed partial class TextEndpoint
{
    public SSEResponse Get() => new(Items());

    private static async IAsyncEnumerable<string> Items()
    {
        await Task.Yield();
        yield return "one\ntwo";
    }
}

public sealed record Headers(
    double XScalar, string? XMissing, bool XFlag, DateTimeOffset XAt, DateOnly XDay, List<int> XList, Point XPoint, Level? XLevel,
    [property: FromHeader(Name = "X-Own-Name")] string Own);

[Endpoint("/headers")]
public sealed partial class HeadersEndpoint
{
    public BytesResponse<Headers> Get() => new(new byte[] { 65 })
    {
        Headers = new(1.5, null, true, DateTimeOffset.UnixEpoch, new DateOnly(2026, 1, 2), [1, 2], new Point(1, 2), Level.High, "own"),
        ContentType = "text/plain",
        StatusCode = StatusCodes.Status202Accepted,
    };
}

/// <summary>What a handler was called with.</summary>
public sealed record Bound(
    Guid Id, string? Text, int Number, int? Maybe, Level Level, Level? MaybeLevel, DateOnly? Day, string Agent, string? User, bool CanBeCancelled);

[Endpoint("/bind/{id}")]
public sealed partial class BindEndpoint(Journal journal, [FromKeyedServices("keyed")] Journal keyed) : IAsyncDisposable
{
    public JSONResponse<Bound> Get(
        Guid id, string? text, HttpContext context, ClaimsPrincipal user, Level level,
        [FromHeader(Name = "User-Agent")] string agent, [FromServices] Journal again, Level? maybeLevel, DateOnly? day,
        [FromQuery(Name = "n")] int number = -5, int? maybe = 3, CancellationToken cancellationToken = default)
    {
        Assert.NotSame(journal, keyed);
        Assert.Same(journal, again);
        Assert.Equal("GET", context.Request.Method);
        journal.Entries.Add("handled");
        return new(new Bound(id, text, number, maybe, level, maybeLevel, day, agent, user.Identity?.Name, cancellationToken.CanBeCanceled));
    }

    public ValueTask DisposeAsync()
    {
        journal.Entries.Add("disposed");
        return default;
    }
}

[Marker("class"), Endpoint("/marked")]
public sealed partial class MarkedEndpoint
{
    [Marker("method", Numbers = [1, 2], Type = typeof(Point))]
    public BytesResponse Get(int number) => new(new[] { (byte)number });

    public static BytesResponse Delete() => throw new ProblemException(StatusCodes.Status409Conflict, "Not now.");
}

[Marker("base")]
public abstract class MarkedBase;

[Endpoint("/inherited/{name?}")]
public sealed partial class InheritedEndpoint : MarkedBase
{
    public JSONResponse<string?> Get(string? name) => new(name);
}

[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class MarkerAttribute(string name) : Attribute
{
    public string Name { get; } = name;
    public int[] Numbers { get; set; } = [];
    public Type? Type { get; set; }
}
