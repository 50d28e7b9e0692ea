using Jero;

namespace TwoEndpoints;

public sealed record Movie(int Id, string Title, DateOnly? ReleaseDate, double? Rating);

[Endpoint("/")]
public sealed partial class MoviesEndpoint
{
    public NDJSONStreamingResponse<Movie> Get(int? year) => new(Films.Of(year).ToAsyncEnumerable());
}

[Endpoint("/events")]
public sealed partial class EventsEndpoint
{
    public SSEResponse<Movie> Get() => new(Films.Of(null).ToAsyncEnumerable());
}

internal static class Films
{
    private static readonly Movie[] All = [new(1, "The Land Girls", new(1998, 6, 12), 6.1), new(2, "Little Voice", null, null)];

    public static IEnumerable<Movie> Of(int? year) => All.Where(movie => year is null || movie.ReleaseDate?.Year == year);
}
