using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Movies;

namespace Samples.Tests.Movies;

/// <summary>Films that a client sends, each test under ids of its own.</summary>
public sealed class MoviesUploadTests(MoviesServer server) : IClassFixture<MoviesServer>, IDisposable
{
    private readonly HttpClient _client = server.CreateClient();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData("application/x-ndjson", "", "\n", "", 10_000)]
    [InlineData("application/json-seq", "\u001e", "\n\u001e", "\n", 20_000)]
    [InlineData("application/json", "[", ",", "]", 30_000)]
    public async Task Every_film_is_stored_and_answered(string type, string start, string between, string end, int firstId)
    {
        var films = TemporaryDatabase.ReadFile().Take(200).Select(film => film with { Id = film.Id + firstId }).ToList();

        var lines = await ImportAsync(type, start + string.Join(between, films.Select(MovieJson.Serialize)) + end);

        Assert.Equal(films.Select((film, i) => $$"""{"number":{{i + 1}},"id":{{film.Id}},"outcome":"Added","fault":null}"""), lines);
        var stored = await _client.GetStringAsync($"/movies/{films[^1].Id}", Cancellation);
        Assert.Equal(MovieJson.Serialize(films[^1]), stored);
    }

    [Fact]
    public async Task A_film_takes_the_place_of_another_with_its_id()
    {
        await ImportAsync("application/x-ndjson", Film(40_001, "Before"));

        Assert.Equal(["""{"number":1,"id":40001,"outcome":"Replaced","fault":null}"""], await ImportAsync("application/x-ndjson", Film(40_001, "After")));
        Assert.Contains("\"title\":\"After\"", await _client.GetStringAsync("/movies/40001", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_film_is_answered_while_the_client_has_more_to_send_and_stays_when_it_breaks_off()
    {
        using var connection = await RawConnection.SendAsync(
            server.Port, "POST /movies/import", "Content-Type: application/x-ndjson", "Transfer-Encoding: chunked");
        for (var id = 50_001; id <= 50_003; id++)
        {
            await connection.SendChunkAsync(Film(id, "Sent"));
            await connection.ReadToAsync($"\"id\":{id},\"outcome\":\"Added\"");
        }

        await connection.SendChunkAsync("{\"id\":50004,\"title\":\"Ha");
        connection.Reset();

        Assert.Contains("Sent", await _client.GetStringAsync("/movies/50003", Cancellation), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync("/movies/50004", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_film_that_is_none_is_the_last_line_and_those_before_it_stay()
    {
        var lines = await ImportAsync("application/x-ndjson", Film(60_001, "First") + "{\"id\":60002}\n" + Film(60_003, "Third"));

        Assert.Equal(2, lines.Length);
        using var last = JsonDocument.Parse(lines[1]);
        Assert.Equal("Refused", last.RootElement.GetProperty("outcome").GetString());
        Assert.Equal("Item 2: The object at '$' lacks required members: 'title'.", last.RootElement.GetProperty("fault").GetString());
        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync("/movies/60001", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync("/movies/60003", Cancellation)).StatusCode);
    }

    [Theory]
    [InlineData("{\"id\":\"x\"}\n", HttpStatusCode.UnprocessableEntity)]
    [InlineData("{\"id\":70001,\n", HttpStatusCode.BadRequest)]
    public async Task Where_the_first_film_is_none_the_answer_is_a_problem(string body, HttpStatusCode status)
    {
        using var response = await PostAsync("application/x-ndjson", body);

        Assert.Equal((status, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStreamAsync(Cancellation));
        Assert.Equal(1, problem.RootElement.GetProperty("item").GetInt32());
    }

    [Fact]
    public async Task The_document_names_the_types_of_the_body()
    {
        using var document = JsonDocument.Parse(await _client.GetStreamAsync("/openapi.json", Cancellation));

        var operation = document.RootElement.GetProperty("paths").GetProperty("/movies/import").GetProperty("post");
        Assert.Equal(
            ["application/x-ndjson", "application/jsonl", "application/json-seq", "application/json"],
            operation.GetProperty("requestBody").GetProperty("content").EnumerateObject().Select(type => type.Name));
    }

    private static string Film(int id, string title) => MovieJson.Serialize(new Movie { Id = id, Title = title }) + "\n";

    private async Task<string[]> ImportAsync(string type, string body)
    {
        using var response = await PostAsync(type, body);
        Assert.Equal((HttpStatusCode.OK, "application/x-ndjson"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        return (await response.Content.ReadAsStringAsync(Cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private async Task<HttpResponseMessage> PostAsync(string type, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue(type));
        return await _client.PostAsync("/movies/import", content, Cancellation);
    }
}
