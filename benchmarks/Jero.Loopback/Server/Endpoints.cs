using Items;

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

[Endpoint("/jero/ticks")]
public sealed partial class Ticks
{
    public SSEResponse<Tick> Get() => new(Broadcast.Ticks());
}

[Endpoint("/jero/row/negotiated")]
public sealed partial class NegotiatedRows
{
    public StreamedItems<Row> Get(int count) => new(Ready.Rows.Many(count));
}

[Endpoint("/jero/rows")]
public sealed partial class RowsRead
{
    /// <summary>Lets the generator see that rows are read.</summary>
    public async Task<JSONResponse<int>> Post(IAsyncEnumerable<Row> rows) => new(await rows.CountAsync());

    /// <summary>And a whole body of them.</summary>
    public JSONResponse<int> Put(List<Row> rows) => new(rows.Count);
}

[Endpoint("/jero/remark")]
public sealed partial class RemarkLines
{
    public NDJSONStreamingResponse<Remark> Get(int count) => new(Ready.Remarks.Many(count));
}

[Endpoint("/jero/wide")]
public sealed partial class WideLines
{
    public NDJSONStreamingResponse<Wide> Get(int count) => new(Ready.Wides.Many(count));
}

[Endpoint("/jero/order")]
public sealed partial class OrderLines
{
    public NDJSONStreamingResponse<Order> Get(int count) => new(Ready.Orders.Many(count));
}

[Endpoint("/jero/row/events")]
public sealed partial class RowEvents
{
    public SSEResponse<Row> Get(int count) => new(Ready.Rows.Many(count));
}

[Endpoint("/jero/movie/events")]
public sealed partial class MovieEvents
{
    public SSEResponse<Movie> Get(int count) => new(Ready.Movies.Many(count));
}
