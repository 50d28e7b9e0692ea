using Items;

namespace Jero.Loopback.Server;

[Endpoint("/jero/row")]
public sealed partial class RowLines
{
    public NDJSONStreamingResponse<Row> Get(int count) => new(Ready.Rows.Many(count));
}

[Endpoint("/jero/movie")]
public sealed partial class MovieLines
{
    public NDJSONStreamingResponse<Movie> Get(int count) => new(Ready.Movies.Many(count));
}
