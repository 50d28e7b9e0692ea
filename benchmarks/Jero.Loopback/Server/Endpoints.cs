namespace Jero.Loopback.Server;

[Endpoint("/jero/slow/sse")]
public sealed partial class SlowEvents
{
    public SSEResponse<Row> Get() => new(Rows.SlowFirst());
}

[Endpoint("/jero/slow/ndjson")]
public sealed partial class SlowLines
{
    public NDJSONStreamingResponse<Row> Get() => new(Rows.SlowFirstLifecycle());
}

[Endpoint("/jero/idle")]
public sealed partial class IdleEvents
{
    public SSEResponse<Row> Get() => new(Rows.OneThenWait());
}

[Endpoint("/jero/ndjson")]
public sealed partial class ManyLines
{
    public NDJSONStreamingResponse<Row> Get(int count) => new(Rows.Many(count));
}

[Endpoint("/jero/sse")]
public sealed partial class ManyEvents
{
    public SSEResponse<Row> Get(int count) => new(Rows.Many(count));
}
