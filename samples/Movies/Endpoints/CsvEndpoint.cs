using Jero;

namespace Movies;

[Endpoint("/movies.csv")]
public sealed partial class CsvEndpoint(MovieStore store)
{
    /// <summary>Every film as CSV, a header first.</summary>
    public StreamingResponse Get() => new(store.ReadCsvAsync()) { ContentType = "text/csv" };
}
