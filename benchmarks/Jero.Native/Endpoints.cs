using Items;
using Jero.Loopback.Server;

namespace Jero.Native;

[Endpoint("/row")]
public sealed partial class RowLines
{
    public NDJSONStreamingResponse<Row> Get(int count) => new(Ready.Rows.Many(count));
}

[Endpoint("/movie")]
public sealed partial class MovieLines
{
    public NDJSONStreamingResponse<Movie> Get(int count) => new(Ready.Movies.Many(count));
}
