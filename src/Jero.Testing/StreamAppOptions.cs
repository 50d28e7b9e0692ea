using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Jero.Testing;

/// <summary>Sets how a <see cref="StreamApp"/> runs.</summary>
public sealed class StreamAppOptions
{
    /// <summary>Gets the server. The default is a real Kestrel.</summary>
    public StreamHost Host { get; init; } = StreamHost.Kestrel;

    /// <summary>Gets the protocol of the streams. The default is HTTP/1.1. In process it makes no difference.</summary>
    public StreamProtocol Protocol { get; init; } = StreamProtocol.Http1;

    /// <summary>
    /// Gets the clock that the app gets as its <see cref="TimeProvider"/>. The default is a new clock that begins now and that only the
    /// test moves. Null leaves the app its own clock.
    /// </summary>
    public FakeTimeProvider? Time { get; init; } = new(DateTimeOffset.UtcNow);

    /// <summary>
    /// Gets whether <see cref="Time"/> advances to the next timer of a stream's source while a test waits for items of that stream. The
    /// default is true, so that a feed with one event each second is read at once. The test itself must advance timers that are armed
    /// outside the request, for instance by a shared feed.
    /// </summary>
    public bool AdvancesTime { get; init; } = true;

    /// <summary>
    /// Gets a function that changes the app before it is built: its settings, or services that replace its own. The default is null.
    /// </summary>
    public Action<IWebHostBuilder>? Configure { get; init; }

    /// <summary>
    /// Gets how long a test waits for anything, in real time. The default is 10 seconds. There is no limit while a debugger is attached.
    /// </summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Gets whether each item is checked against its schema in the app's OpenAPI document when it is read. The default is true. If the app
    /// has no document from <c>MapJeroOpenApi</c>, or the document has no schema for the item, nothing is checked.
    /// </summary>
    public bool ChecksSchema { get; init; } = true;
}
