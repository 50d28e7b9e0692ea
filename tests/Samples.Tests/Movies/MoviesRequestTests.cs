using System.Net;
using System.Text.Json;
using Movies;

namespace Samples.Tests.Movies;

public sealed class MoviesRequestTests(MoviesServer server) : IClassFixture<MoviesServer>, IDisposable
{
    private readonly HttpClient _client = server.CreateClient();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task Movies_are_3200_lines_as_JsonSerializer_writes_them()
    {
        using var response = await _client.GetAsync("/movies", Cancellation);

        Assert.Equal("application/x-ndjson", response.Content.Headers.ContentType?.ToString());
        var lines = await ReadLinesAsync(response);
        Assert.Equal(3200, lines.Length);
        Assert.Equal(TemporaryDatabase.ReadFile().Select(MovieJson.Serialize), lines);
    }

    [Theory]
    [InlineData("?genre=Drama", 789)]
    [InlineData("?year=1998", 144)]
    [InlineData("?genre=Thriller%2FSuspense&year=1998", 6)]
    public async Task Movies_can_be_narrowed_to_a_genre_and_a_year(string query, int count)
    {
        using var response = await _client.GetAsync("/movies" + query, Cancellation);

        Assert.Equal(count, (await ReadLinesAsync(response)).Length);
    }

    [Fact]
    public async Task An_unknown_genre_is_an_empty_stream()
    {
        using var response = await _client.GetAsync("/movies?genre=Polka", Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/x-ndjson", response.Content.Headers.ContentType?.ToString());
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task A_year_that_is_none_is_a_problem_that_names_it()
    {
        using var response = await _client.GetAsync("/movies?year=abc", Cancellation);

        var problem = await ReadProblemAsync(response, HttpStatusCode.BadRequest);
        var named = problem.TryGetProperty("errors", out var errors) ? errors.GetRawText() : problem.GetProperty("detail").GetString();
        Assert.Contains("year", named, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_is_every_film_with_its_typed_headers()
    {
        using var response = await _client.GetAsync("/movies/export", Cancellation);

        Assert.Equal("application/x-ndjson", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(["2"], response.Headers.GetValues("x-export-version"));
        Assert.Equal("attachment; filename=\"movies.ndjson\"", response.Content.Headers.ContentDisposition?.ToString());
        Assert.Equal(TemporaryDatabase.ReadFile().Select(MovieJson.Serialize), await ReadLinesAsync(response));
    }

    [Fact]
    public async Task A_movie_is_one_JSON_object()
    {
        using var response = await _client.GetAsync("/movies/2", Cancellation);

        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(MovieJson.Serialize(TemporaryDatabase.ReadFile()[1]), await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task A_movie_that_is_not_there_is_a_problem_that_says_so()
    {
        using var response = await _client.GetAsync("/movies/999999", Cancellation);

        var problem = await ReadProblemAsync(response, HttpStatusCode.NotFound);
        Assert.Equal("There is no film 999999.", problem.GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("zzz")]
    [InlineData("99999999999")]
    public async Task An_id_that_is_no_number_is_not_found(string id)
    {
        using var response = await _client.GetAsync("/movies/" + id, Cancellation);

        await ReadProblemAsync(response, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_CSV_read_back_is_what_was_imported()
    {
        using var response = await _client.GetAsync("/movies.csv", Cancellation);

        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
        var csv = await response.Content.ReadAsStreamAsync(Cancellation);
        Assert.Equal(TemporaryDatabase.ReadFile(), MovieCsv.Read(csv));
    }

    [Fact]
    public async Task Another_verb_is_not_allowed()
    {
        using var response = await _client.PostAsync("/movies", content: null, Cancellation);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Contains("GET", response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("/movies", "application/x-ndjson")]
    [InlineData("/movies/export", "application/x-ndjson")]
    [InlineData("/events", "text/event-stream")]
    public async Task The_document_describes_each_stream_by_its_items(string path, string contentType)
    {
        var document = await ReadDocumentAsync();

        Assert.Equal("3.2.0", document.GetProperty("openapi").GetString());
        var content = document.GetProperty("paths").GetProperty(path).GetProperty("get").GetProperty("responses")
            .GetProperty("200").GetProperty("content").GetProperty(contentType);
        Assert.Equal(JsonValueKind.Object, content.GetProperty("itemSchema").ValueKind);
        Assert.False(content.TryGetProperty("schema", out _));
    }

    [Fact]
    public async Task The_document_takes_its_descriptions_from_the_documentation_comments()
    {
        var document = await ReadDocumentAsync();

        var movies = document.GetProperty("paths").GetProperty("/movies").GetProperty("get");
        Assert.Equal("Every film, one JSON object a line.", movies.GetProperty("summary").GetString());
        var movie = document.GetProperty("components").GetProperty("schemas").GetProperty("Movie");
        var title = movie.GetProperty("properties").GetProperty("title");
        Assert.Equal("Title; some consist of digits only.", title.GetProperty("description").GetString());
    }

    [Fact]
    public async Task The_page_shows_every_endpoint_and_links_to_what_a_browser_can_get()
    {
        using var response = await _client.GetAsync("/", Cancellation);

        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.StartsWith("default-src 'none'; script-src 'self';", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        var page = await response.Content.ReadAsStringAsync(Cancellation);
        var document = await ReadDocumentAsync();
        Assert.All(document.GetProperty("paths").EnumerateObject(), path => Assert.Contains(
            path.Value.TryGetProperty("get", out _) ? $"href=\"{path.Name.Replace("{id}", "1", StringComparison.Ordinal)}\"" : $"<code>POST {path.Name}</code>",
            page,
            StringComparison.Ordinal));
    }

    private async Task<JsonElement> ReadDocumentAsync()
    {
        using var document = JsonDocument.Parse(await _client.GetStreamAsync("/openapi.json", Cancellation));
        return document.RootElement.Clone();
    }

    private static async Task<JsonElement> ReadProblemAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStreamAsync(Cancellation));
        Assert.Equal((int)status, problem.RootElement.GetProperty("status").GetInt32());
        return problem.RootElement.Clone();
    }

    private static async Task<string[]> ReadLinesAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var body = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.EndsWith("\n", body, StringComparison.Ordinal);
        return body[..^1].Split('\n');
    }
}
