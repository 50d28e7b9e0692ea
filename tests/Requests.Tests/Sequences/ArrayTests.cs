using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Requests.Tests.Sequences;

/// <summary>Items of an array and of a JSON text sequence are found as the reader of whole documents finds them, wherever the bytes are cut.</summary>
public sealed class ArrayTests(SequenceApp app) : IClassFixture<SequenceApp>
{
    private static readonly string[] Arrays =
    [
        """ [1,-2.5e3,true,false,null,"" ] """,
        """["a\\\"]," , "\\\\",[[],{},["]"]],{"a,b":{"}":"{\""}}, 12 ,"é€\u0041"]""",
        """[[[1]],[{"a":[{}]}] , {"":""},0]""",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_cut_gives_the_same_items()
    {
        foreach (var array in Arrays)
        {
            var items = Items(array)!;
            var records = string.Concat(items.Select(static item => $"\u001e{item}\n"));
            foreach (var (type, text) in new[] { ("application/json", array), ("application/json-seq", records) })
            {
                var length = Encoding.UTF8.GetByteCount(text);
                foreach (var pieces in Enumerable.Range(1, length).Select(static cut => $"{cut},1000").Concat(["1", "2", "3", "7"]))
                {
                    var (status, texts) = await SendAsync(type, text, pieces);
                    Assert.True(status == HttpStatusCode.OK, $"{status} for {text} in pieces of {pieces}");
                    Assert.Equal(items, texts);
                }
            }
        }
    }

    [Fact]
    public async Task What_a_reader_of_documents_refuses_is_refused_and_nothing_else()
    {
        const string Insertions = "[]{},:\"\\ 1t";
        var refused = 0;
        foreach (var array in Arrays)
        {
            for (var i = 0; i <= array.Length; i++)
            {
                foreach (var text in Insertions.Select(one => array.Insert(i, one.ToString())).Append(i < array.Length ? array.Remove(i, 1) : array))
                {
                    var items = Items(text);
                    var (status, texts) = await SendAsync("application/json", text, "3");

                    Assert.True(status == (items is null ? HttpStatusCode.BadRequest : HttpStatusCode.OK), $"{status} for {text}");
                    Assert.Equal(items, texts);
                    refused += items is null ? 1 : 0;
                }
            }
        }

        Assert.InRange(refused, 500, int.MaxValue);
    }

    [Theory]
    [InlineData("[{\"id\":1 2},{\"id\":2,\"name\":\"LONG\"}]", 1)]
    [InlineData("[{\"id\":7},{\"id\":1\"},{\"id\":2,\"name\":\"LONG\"}]", 2)]
    [InlineData("[{\"id\":7},{\"id\":1\"},{\"id\":2,\"name\":\"LONG", 2)]
    [InlineData("[{\"id\":7},{\"id\":1,,{\"id\":2,\"name\":\"LONG\"}]", 2)]
    public async Task A_malformed_item_is_named_where_one_behind_it_is_too_long(string form, int number)
    {
        var text = form.Replace("LONG", new string('x', 200_000), StringComparison.Ordinal);
        foreach (var pieces in new[] { "1000000", "150000,100000", "4096" })
        {
            using var response = await PostAsync("/sequences", "application/json", text, pieces);

            var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Token);
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.Equal(number, problem.GetProperty("item").GetInt32());
            Assert.Contains("is not valid JSON", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("[{\"id\":1},{\"id\":2,\"name\":\"LONG\"},{\"id\":1 2}]")]
    [InlineData("[{\"id\":1},{\"id\":2,\"name\":\"LONG\" 2},{\"id\":1}]")]
    public async Task An_item_that_is_too_long_is_named_where_what_is_malformed_is_behind_the_limit(string form)
    {
        var text = form.Replace("LONG", new string('x', 200_000), StringComparison.Ordinal);
        using var response = await PostAsync("/sequences", "application/json", text, "1000000");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal(2, (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("item").GetInt32());
    }

    // A reader that began an item anew with each piece would look at half of the items' bytes for each piece: thousands of times as many.
    [Theory]
    [InlineData("application/x-ndjson", "\"TEXT\"\n")]
    [InlineData("application/json", "[\"TEXT\"]")]
    [InlineData("application/json", "[{\"TEXT\":1}]")]
    [InlineData("application/json", "[[\"TEXT\"],{\"a\":[SPACE1]}]")]
    [InlineData("application/json-seq", "\u001e\"TEXT\"\n")]
    [InlineData("application/json-seq", "\u001e{\"TEXT\"LINES:1}\n")]
    public async Task Each_byte_is_looked_at_a_few_times_however_few_come_at_once(string type, string form)
    {
        var text = form.Replace("TEXT", new string('x', 45_000), StringComparison.Ordinal)
            .Replace("SPACE", new string(' ', 45_000), StringComparison.Ordinal)
            .Replace("LINES", new string('\n', 45_000), StringComparison.Ordinal);
        foreach (var pieces in new[] { "16", "45000,16" })
        {
            var (status, texts) = await SendAsync(type, text, pieces);

            Assert.Equal(HttpStatusCode.OK, status);
            Assert.NotEmpty(texts!);
            Assert.InRange(app.Watch.Body!.Looked, text.Length, 8 * text.Length);
        }
    }

    private static List<string>? Items(string array)
    {
        try
        {
            using var document = JsonDocument.Parse(array);
            return document.RootElement.ValueKind == JsonValueKind.Array
                ? [.. document.RootElement.EnumerateArray().Select(static item => item.GetRawText())]
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<(HttpStatusCode Status, List<string>? Texts)> SendAsync(string type, string text, string pieces)
    {
        using var response = await PostAsync("/sequences/json", type, text, pieces);
        return (response.StatusCode, response.IsSuccessStatusCode ? await response.Content.ReadFromJsonAsync<List<string>>(Token) : null);
    }

    private async Task<HttpResponseMessage> PostAsync(string path, string type, string text, string pieces)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(text)) };
        request.Content.Headers.ContentType = new(type);
        request.Headers.Add(SequenceApp.Pieces, pieces);
        return await app.Http1.SendAsync(request, Token);
    }
}
