using Jero.Testing;
using Movies;

namespace Testing.Frameworks;

/// <summary>What each framework's test does with the sample.</summary>
internal static class FilmFeed
{
    public static Task<StreamApp> StartAsync() => StreamApp.StartAsync<Program>(new()
    {
        Limit = TimeSpan.FromSeconds(20),
        Configure = host => host.UseSetting("ConnectionStrings:Movies", $"Data Source={Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.db")}"),
    });

    public static async Task<(string? Ids, StreamEnd End)> TakeTwoAndDropAsync()
    {
        await using var app = await StartAsync();
        await using var stream = await app.OpenAsync<Movie>("/events", lastEventId: "10");
        var films = await stream.TakeAsync(2);
        return (string.Join(',', films.Select(film => film.Id)), await stream.DropAsync());
    }

    public static async Task OpenWhatIsNotThereAsync()
    {
        await using var app = await StartAsync();
        await app.OpenAsync<Movie>("/event");
    }
}
