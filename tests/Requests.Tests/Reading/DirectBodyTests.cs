using System.Text;
using System.Text.Json;
using Jero.Generated;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Requests.Tests.Sequences;

namespace Requests.Tests.Reading;

/// <summary>What generated code reads of a body is what System.Text.Json reads by the metadata, and so is what is refused.</summary>
public sealed class DirectBodyTests
{
    private const int MaxLength = 256 * 1024;

    private static readonly string[] Bodies =
    [
        """[{"x":1,"y":2},{"x":3,"y":4}]""", "[]", "  [ ] ", "null", "[null]", "{}", "[{\"x\":1,\"y\":2}", "[{\"x\":1,\"y\":2}]]", "[{\"x\":1,\"y\":2}] 1", "[{\"x\":1,\"y\":2},]", "",
        """[{"X":1,"y":2}]""", """[{"x":"1","y":2}]""", """[{"x":1,"x":1,"y":2}]""", """[{"x":1,"y":2,"z":[{}]}]""", "\uFEFF[]", "[1]", "\"text\"", "[{\"x\":1e400,\"y\":2}]",
        "[{\"x\\u0000\":1}]", "[{\"x\":1,\"y\":\"\\ud800\"}]", "[/* */]",
    ];

    [Fact]
    public async Task A_body_is_the_same_however_it_comes()
    {
        foreach (var body in Bodies)
        {
            var bytes = Encoding.UTF8.GetBytes(body);
            var expected = await ReadAsync<List<Spot>>(bytes, [4_096], usual: null);
            for (var length = 1; length <= Math.Max(bytes.Length, 1); length++)
            {
                Assert.Equal(expected, await ReadAsync<List<Spot>>(bytes, [length], default(ListReader<Spot, JeroJson.Requests_Tests_Reading_Spot>).TryRead));
            }
        }
    }

    [Fact]
    public async Task Every_byte_in_the_place_of_another_is_the_same()
    {
        var body = """[{"x":1,"y":2},{"x":-3,"y":4}]"""u8.ToArray();
        for (var at = 0; at < body.Length; at++)
        {
            for (var value = 0; value < 256; value += value is >= ' ' and <= '~' ? 1 : 7)
            {
                var changed = body.ToArray();
                changed[at] = (byte)value;
                Assert.Equal(
                    await ReadAsync<List<Spot>>(changed, [4_096], usual: null),
                    await ReadAsync<List<Spot>>(changed, [11], default(ListReader<Spot, JeroJson.Requests_Tests_Reading_Spot>).TryRead));
            }
        }
    }

    [Theory]
    [InlineData("""{"x":1,"y":2}""", "application/json", 1)]
    [InlineData("""{"x":1,"y":2}""", "application/json; charset=utf-8", 1)]
    [InlineData("""{"x":1,"y":2}""", "Application/JSON; Charset=UTF-8", 1)]
    [InlineData("""{"x":1,"y":2}""", "application/json; charset=utf-16", 0)]
    [InlineData("""{"X":1,"y":2}""", "application/json", 1)]
    public async Task Generated_code_is_asked_once(string body, string contentType, int expected)
    {
        var tried = 0;
        var encoding = contentType.EndsWith("16", StringComparison.Ordinal) ? Encoding.Unicode : Encoding.UTF8;

        Assert.Equal("200 {\"x\":1,\"y\":2}", await ReadAsync<Spot>(encoding.GetBytes(body), [5], Counted, contentType));
        Assert.Equal(expected, tried);

        bool Counted(ref Utf8JsonReader reader, out Spot value)
        {
            tried++;
            return default(JeroJson.Requests_Tests_Reading_Spot).TryRead(ref reader, out value);
        }
    }

    [Theory]
    [InlineData(MaxLength, 1)]
    [InlineData(MaxLength + 1, 0)]
    public async Task A_long_body_is_not_held_in_memory(int length, int expected)
    {
        var tried = 0;
        var body = Encoding.UTF8.GetBytes("""{"x":1,"y":2}""".PadRight(length));

        Assert.Equal("200 {\"x\":1,\"y\":2}", await ReadAsync<Spot>(body, [4_096], Counted));
        Assert.Equal(expected, tried);

        bool Counted(ref Utf8JsonReader reader, out Spot value)
        {
            tried++;
            return default(JeroJson.Requests_Tests_Reading_Spot).TryRead(ref reader, out value);
        }
    }

    private static async Task<string> ReadAsync<T>(byte[] body, int[] pieces, TryReadJson<T>? usual, string contentType = "application/json")
    {
        await using var services = new ServiceCollection().AddOptions().BuildServiceProvider();
        var http = new DefaultHttpContext { RequestServices = services, Request = { Method = "POST", ContentType = contentType } };
        var pipe = new CountedBody(body, pieces);
        http.Features.Set<IRequestBodyPipeFeature>(pipe);
        http.Request.Body = pipe.AsStream();
        http.Response.Body = new MemoryStream();
        var request = new RequestBinder(http);
        var value = await request.JsonAsync("body", JeroJson.Options, usual: usual);
        if (!request.HasFailed)
        {
            return $"200 {JsonSerializer.Serialize(value, JeroJson.Options)}";
        }

        await request.WriteProblemAsync();
        return $"{http.Response.StatusCode} {Encoding.UTF8.GetString(((MemoryStream)http.Response.Body).ToArray())}";
    }
}
