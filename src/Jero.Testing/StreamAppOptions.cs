using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Jero.Testing;

/// <summary>How a <see cref="StreamApp"/> runs.</summary>
public sealed class StreamAppOptions
{
    /// <summary>The server. Default: a real Kestrel.</summary>
    public StreamHost Host { get; init; } = StreamHost.Kestrel;

    /// <summary>The protocol of the streams. Default: HTTP/1.1. In process there is no difference.</summary>
    public StreamProtocol Protocol { get; init; } = StreamProtocol.Http1;

    /// <summary>
    /// The clock that the app gets as its <see cref="TimeProvider"/>. Default: one of its own, which begins now and is moved by the test
    /// alone. Null leaves the app its own clock.
    /// </summary>
    public FakeTimeProvider? Time { get; init; } = new(DateTimeOffset.UtcNow);

    /// <summary>
    /// Whether <see cref="Time"/> is moved on to the next timer of a stream's source while a test waits for items of that stream. Default:
    /// true, so that a feed of one event a second is read at once. What is armed outside of the request, by a shared feed for instance, the
    /// test moves itself.
    /// </summary>
    public bool AdvancesTime { get; init; } = true;

    /// <summary>Changes the app before it is built: settings, and services in place of the app's own. Default: nothing.</summary>
    public Action<IWebHostBuilder>? Configure { get; init; }

    /// <summary>
    /// How long a test waits for anything, in real time. Default: 10 seconds. Without effect while a debugger is attached.
    /// </summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Whether each item is held against the schema that the app's OpenAPI document has for it, while it is read. Default: true. Without a
    /// document by <c>MapJeroOpenApi</c>, or without a schema of the item in it, nothing is checked.
    /// </summary>
    public bool ChecksSchema { get; init; } = true;
}
