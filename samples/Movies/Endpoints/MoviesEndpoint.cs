using Jero;

namespace Movies;

[Endpoint("/movies")]
public sealed partial class MoviesEndpoint(MovieStore store)
{
    /// <summary>Every film, one JSON object a line.</summary>
    /// <param name="genre">Only films of exactly this genre.</param>
    /// <param name="year">Only films released in this year.</param>
    public NDJSONStreamingResponse<Movie> Get(string? genre, int? year) => new(store.ReadAsync(genre, year));
}
