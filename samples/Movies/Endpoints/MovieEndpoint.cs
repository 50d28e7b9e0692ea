using Jero;

namespace Movies;

[Endpoint("/movies/{id}")]
public sealed partial class MovieEndpoint(MovieStore store)
{
    /// <summary>One film.</summary>
    /// <param name="id">Number of the film.</param>
    /// <param name="cancellationToken">Fires when the client has gone.</param>
    public async Task<JSONResponse<Movie>> GetAsync(int id, CancellationToken cancellationToken) =>
        new(await store.FindAsync(id, cancellationToken)
            ?? throw new ProblemException(StatusCodes.Status404NotFound, $"There is no film {id}."));
}
