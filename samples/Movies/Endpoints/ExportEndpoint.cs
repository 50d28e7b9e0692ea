using System.Runtime.CompilerServices;
using Jero;

namespace Movies;

[Endpoint("/movies/export")]
public sealed partial class ExportEndpoint(MovieStore store)
{
    /// <summary>Every film, read through one database cursor that is open for as long as the response is.</summary>
    public NDJSONStreamingResponse<Movie, ExportHeaders> Get() =>
        new(Lifecycle()) { Headers = new(XExportVersion: 2, ContentDisposition: "attachment; filename=\"movies.ndjson\"") };

    // Up to the `yield return` the response has not started, so a database that cannot be opened is still a proper error response.
    // The cursor is closed when the stream is drained or abandoned.
    private async IAsyncEnumerable<IAsyncEnumerable<Movie>> Lifecycle(
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var cursor = await store.OpenCursorAsync(cancellationToken);
        yield return cursor.ReadRowsAsync(cancellationToken);
    }
}
