using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Jero;

namespace Requests.Tests.Sequences;

/// <summary>Bodies that are made to hurt: each is read no further than to its limit, is answered by a problem, and ends the handler's loop.</summary>
public sealed class BadInputTests(SequenceApp app) : IClassFixture<SequenceApp>
{
    private const string Lines = "application/x-ndjson";
    private const string Records = "application/json-seq";
    private const string Array = "application/json";
    private const int LongestBody = 1_000_000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Records, "\u001e1\n\u001e2", 2, "is cut")]
    [InlineData(Records, "\u001e1\n\u001etrue", 2, "is cut")]
    [InlineData(Records, "\u001e\"a\"\u001enull", 2, "is cut")]
    [InlineData(Records, "\u001e12\u001e3\n", 1, "is cut")]
    [InlineData(Records, "1\n", 1, "record separator")]
    [InlineData(Array, "[1,]", 2, "is not valid JSON")]
    [InlineData(Array, "[,1]", 1, "is not valid JSON")]
    [InlineData(Array, "[1,,2]", 2, "is not valid JSON")]
    [InlineData(Array, "[1][2]", 2, "Nothing may follow the array.")]
    [InlineData(Lines, "1\n2 3\n", 2, "is not valid JSON")]
    public async Task A_sequence_that_is_none_is_a_problem_with_the_items_number(string type, string text, int number, string detail)
    {
        using var response = await app.Http1.PostAsync("/sequences/json", Content(type, text), Token);

        var problem = await ProblemAsync(response, HttpStatusCode.BadRequest);
        Assert.Contains(detail, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(number, problem.GetProperty("item").GetInt32());
    }

    [Theory]
    [InlineData(Records, "\u001e{\"id\":1}\u001e{\"id\":2}", 2, 3)]
    [InlineData(Records, "REPEAT\u001e{\"id\":9}\n", 1, 9, "\u001e")]
    [InlineData(Records, "\u001e{\"id\":9}REPEAT", 1, 9, "\n")]
    [InlineData(Records, "\u001e{\"id\":4}REPEAT\u001e{\"id\":5}\n", 2, 9, "\n")]
    [InlineData(Lines, "REPEAT{\"id\":9}", 1, 9, "\n")]
    [InlineData(Lines, "{\"id\":9}REPEAT", 1, 9, "\r\n")]
    [InlineData(Array, "[REPEAT{\"id\":9}]", 1, 9, "\t")]
    [InlineData(Array, "[{\"id\":9}REPEAT]", 1, 9, " ")]
    public async Task What_holds_no_item_is_passed_over(string type, string form, int count, int total, string repeated = "")
    {
        var text = form.Replace("REPEAT", string.Concat(Enumerable.Repeat(repeated, 1_000_000)), StringComparison.Ordinal);
        using var response = await app.Http1.PostAsync("/sequences", Content(type, text), Token);

        Assert.Equal(new Sum(count, total), await response.Content.ReadFromJsonAsync<Sum>(Token));
    }

    [Theory]
    [InlineData(Lines, "DEEP\n")]
    [InlineData(Records, "\u001eDEEP\n")]
    [InlineData(Array, "[DEEP]")]
    public async Task Nesting_of_ten_thousand_is_a_problem(string type, string form)
    {
        foreach (var deep in new[] { new string('[', 10_000) + new string(']', 10_000), Repeat("{\"a\":", 10_000) + "1" + new string('}', 10_000) })
        {
            using var response = await app.Http1.PostAsync("/sequences/json", Content(type, form.Replace("DEEP", deep, StringComparison.Ordinal)), Token);

            var problem = await ProblemAsync(response, HttpStatusCode.BadRequest);
            Assert.Equal(1, problem.GetProperty("item").GetInt32());
        }
    }

    [Theory]
    [InlineData("[", "{\"id\":1},", HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("[", "[", HttpStatusCode.UnprocessableEntity)]
    [InlineData("[\"", "x", HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("[{\"id\":1},", " ", HttpStatusCode.RequestEntityTooLarge)]
    public async Task An_array_that_never_ends_is_read_to_a_limit(string start, string repeated, HttpStatusCode status)
    {
        await using var bounded = await StartAsync(longestItem: 100_000, LongestBody);
        var sent = 0L;
        using var response = await bounded.Http2.PostAsync("/sequences", new PiecesContent(Array, async (stream, cancellationToken) =>
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(start), cancellationToken);
            var piece = Encoding.UTF8.GetBytes(Repeat(repeated, 10_000));
            for (; sent < 100_000_000; sent += piece.Length)
            {
                await stream.WriteAsync(piece, cancellationToken);
            }
        }), Token);

        await ProblemAsync(response, status);
        Assert.IsType<BadItemException>(await bounded.Watch.Left.Task.WaitAsync(TimeSpan.FromMinutes(1), Token));
        Assert.InRange(sent, 0, 50_000_000);
    }

    [Theory]
    [InlineData(Lines, "{\"id\":1,\"name\":\"", "x")]
    [InlineData(Records, "\u001e{\"id\":1,\"name\":\"", "x")]
    [InlineData(Array, "[{\"id\":1,\"name\":\"", "x")]
    [InlineData(Lines, "", "\0")]
    [InlineData(Lines, "", " ")]
    public async Task A_bomb_is_unpacked_up_to_the_limit_of_an_item(string type, string start, string repeated)
    {
        app.Watch.Reset();
        using var response = await app.Http1.PostAsync("/sequences", Bomb(type, start, repeated), Token);

        var problem = await ProblemAsync(response, HttpStatusCode.RequestEntityTooLarge);
        Assert.Equal("Item 1: The item is longer than 100,000 bytes.", problem.GetProperty("detail").GetString());
        Assert.IsType<BadItemException>(await app.Watch.Left.Task.WaitAsync(TimeSpan.FromMinutes(1), Token));
        Assert.InRange(app.Watch.Unpacked, 100_000, 200_000);
    }

    [Theory]
    [InlineData(Lines, "", "\n", 1)]
    [InlineData(Lines, "{\"id\":1}\n", "\n", 2)]
    [InlineData(Records, "", "\u001e", 1)]
    [InlineData(Records, "\u001e{\"id\":1}\n", "\n", 2)]
    [InlineData(Array, "[{\"id\":1}", " ", 2)]
    public async Task A_bomb_without_long_items_is_unpacked_up_to_the_limit_of_a_body(string type, string start, string repeated, int number)
    {
        await using var bounded = await StartAsync(longestItem: 100_000, LongestBody);
        using var response = await bounded.Http1.PostAsync("/sequences", Bomb(type, start, repeated), Token);

        var problem = await ProblemAsync(response, HttpStatusCode.RequestEntityTooLarge);
        Assert.Equal($"Item {number}: The body is larger than the limit.", problem.GetProperty("detail").GetString());
        Assert.IsType<BadItemException>(await bounded.Watch.Left.Task.WaitAsync(TimeSpan.FromMinutes(1), Token));
        Assert.InRange(bounded.Watch.Unpacked, LongestBody, LongestBody + 100_000);
    }

    [Fact]
    public async Task A_bomb_is_no_whole_body_either()
    {
        await using var bounded = await StartAsync(longestItem: null, LongestBody);
        using var response = await bounded.Http1.PostAsync("/sequences/whole", Bomb(Array, "[", " "), Token);

        var problem = await ProblemAsync(response, HttpStatusCode.RequestEntityTooLarge);
        Assert.Equal("The body is larger than the limit.", problem.GetProperty("detail").GetString());
        Assert.InRange(bounded.Watch.Unpacked, LongestBody, LongestBody + 100_000);
    }

    [Theory]
    [InlineData("/sequences", "Item 1: The body cannot be decompressed.")]
    [InlineData("/sequences/whole", "The body cannot be decompressed.")]
    public async Task What_cannot_be_unpacked_is_a_problem(string path, string detail)
    {
        using var content = Content(Array, "[{\"id\":1}]");
        content.Headers.ContentEncoding.Add("gzip");
        using var response = await app.Http1.PostAsync(path, content, Token);

        Assert.Equal(detail, (await ProblemAsync(response, HttpStatusCode.BadRequest)).GetProperty("detail").GetString());
    }

    private static async Task<SequenceApp> StartAsync(int? longestItem, long? longestBody)
    {
        var bounded = new SequenceApp(longestItem, longestBody);
        await bounded.InitializeAsync();
        return bounded;
    }

    private static async Task<JsonElement> ProblemAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        Assert.Equal((status, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        return await response.Content.ReadFromJsonAsync<JsonElement>(Token);
    }

    private static PiecesContent Content(string type, string text) => new(type, Encoding.UTF8.GetBytes(text));

    // Of some 50 kB, 50 MB.
    private static PiecesContent Bomb(string type, string start, string repeated)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(start));
            var piece = Encoding.UTF8.GetBytes(Repeat(repeated, 1_000_000));
            for (var i = 0; i < 50; i++)
            {
                gzip.Write(piece);
            }
        }

        var content = new PiecesContent(type, packed.ToArray());
        content.Headers.ContentEncoding.Add("gzip");
        return content;
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
