using Jero;

namespace Movies;

[Endpoint("/movies/list")]
public sealed partial class ListEndpoint(MovieStore store)
{
    /// <summary>Every film, in the form that the client asks for: lines, events, a sequence or one array.</summary>
    public StreamedItems<Movie> Get() => new(store.ReadAsync(genre: null, year: null));
}
