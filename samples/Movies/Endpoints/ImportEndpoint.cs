using System.Runtime.CompilerServices;
using Jero;

namespace Movies;

[Endpoint("/movies/import")]
public sealed partial class ImportEndpoint(MovieStore store)
{
    /// <summary>Stores films as they come, and answers with what became of each.</summary>
    /// <remarks>
    /// What is answered is stored, also when the connection breaks. The first film that is none ends the import; where nothing was stored
    /// before it, the answer is a problem.
    /// </remarks>
    /// <param name="movies">The films.</param>
    public NDJSONStreamingResponse<ImportResult> Post(IAsyncEnumerable<Movie> movies) => new(ImportAsync(movies));

    private async IAsyncEnumerable<ImportResult> ImportAsync(
        IAsyncEnumerable<Movie> movies, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var films = movies.GetAsyncEnumerator(cancellationToken);
        for (var number = 1L; ; number++)
        {
            ImportResult result;
            try
            {
                if (!await films.MoveNextAsync()) yield break;
                var isNew = await store.PutAsync(films.Current, cancellationToken);
                result = new ImportResult(number, films.Current.Id, isNew ? ImportOutcome.Added : ImportOutcome.Replaced);
            }
            catch (BadItemException bad) when (number > 1)
            {
                // The response has begun, so that the fault is its last line.
                result = new ImportResult(number, Id: null, ImportOutcome.Refused, bad.Message);
            }

            yield return result;
            if (result.Outcome == ImportOutcome.Refused) yield break;
        }
    }
}
