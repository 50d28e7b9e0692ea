using Jero;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Runtime.Tests.Streaming.Heads;

internal sealed record RegisteredNames(
    string ETag, string? WWWAuthenticate, string? ContentMD5, string? DNT, string? TE, string? SourceMap, string? DPoPNonce, string? TraceParent,
    string? SecWebSocketProtocol, string? XUACompatible, string? ContentDisposition);

internal sealed record DatedHeaders(
    DateTimeOffset LastModified, DateTimeOffset? Expires, DateTime Date, DateTime? Sunset, DateOnly IfModifiedSince,
    [property: FromHeader(Name = "retry-after")] DateTimeOffset Retry, DateTimeOffset Deprecation, DateTimeOffset XOwn)
{
    public static DatedHeaders Sample { get; } = new(
        new(2026, 1, 2, 3, 4, 5, 678, TimeSpan.FromHours(2)), null, new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), new(2026, 1, 2, 3, 4, 5),
        new(2026, 1, 2), DateTimeOffset.UnixEpoch, DateTimeOffset.FromUnixTimeSeconds(1_688_169_599), DateTimeOffset.UnixEpoch);
}

internal sealed record WaitHeaders(TimeSpan RetryAfter, TimeSpan? Age, TimeSpan XOwn);

internal sealed record NamedHeaders(string? ContentDisposition);

[Endpoint("/heads/names")]
internal sealed partial class NamesEndpoint
{
    public NDJSONStreamingResponse<int, RegisteredNames> Get() => new(AsyncEnumerable.Empty<int>()) { Headers = HeaderSamples.Names };
}

[Endpoint("/heads/dates")]
internal sealed partial class DatesEndpoint
{
    public JSONResponse<int, DatedHeaders> Get() => new(1) { Headers = DatedHeaders.Sample };
}

[Endpoint("/heads/waits")]
internal sealed partial class WaitsEndpoint
{
    public BytesResponse<WaitHeaders> Get() => new(default) { Headers = HeaderSamples.Waits };
}

[Endpoint("/heads/refused")]
internal sealed partial class RefusedEndpoint(Probe probe)
{
    public NDJSONStreamingResponse<Movie, NamedHeaders> Get(string value) =>
        new(probe.Lifecycle(probe.Ready(1))) { Headers = new(value) };
}

internal static class HeaderSamples
{
    public static RegisteredNames Names { get; } = new("\"v1\"", "Basic", "q2hlY2s=", "1", "trailers", "a.map", "n", "00-1-2-01", "chat", "IE=edge", "inline");

    public static WaitHeaders Waits { get; } = new(TimeSpan.FromSeconds(1.5), TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(1));
}
