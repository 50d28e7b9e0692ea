using Items;
using Jero;

namespace Writers;

/// <summary>Lets the generator see the types.</summary>
[Endpoint("/rows")]
public sealed partial class RowsEndpoint
{
    public NDJSONStreamingResponse<Row> Get() => new(AsyncEnumerable.Empty<Row>());

    public NDJSONStreamingResponse<Movie> Post() => new(AsyncEnumerable.Empty<Movie>());

    public NDJSONStreamingResponse<Wide> Put() => new(AsyncEnumerable.Empty<Wide>());

    public NDJSONStreamingResponse<Order> Patch() => new(AsyncEnumerable.Empty<Order>());

    public NDJSONStreamingResponse<Remark> Delete() => new(AsyncEnumerable.Empty<Remark>());
}

/// <inheritdoc cref="RowsEndpoint"/>
[Endpoint("/more")]
public sealed partial class MoreEndpoint
{
    public NDJSONStreamingResponse<Article> Get() => new(AsyncEnumerable.Empty<Article>());

    public NDJSONStreamingResponse<Booking> Post() => new(AsyncEnumerable.Empty<Booking>());

    public NDJSONStreamingResponse<Invoice> Put() => new(AsyncEnumerable.Empty<Invoice>());
}
