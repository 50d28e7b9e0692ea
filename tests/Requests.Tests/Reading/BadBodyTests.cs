using System.Net;
using System.Text;
using Requests.Tests.Table;

namespace Requests.Tests.Reading;

/// <summary>Whatever the bytes of a body are, no endpoint that reads JSON answers with a server error.</summary>
public sealed class BadBodyTests(TableApp app) : IClassFixture<TableApp>
{
    private const string Valid =
        """{"id":1,"title":"a","price":2.5,"kind":200,"lines":[{"product":"p","count":2}],"name":"n","age":1,"value":1,"more":[1],"tags":["t"],"shape":"circle","radius":1,"map":{"x":1},"object":{"x":{"y":[1]}},"element":{"x":1},"node":[1],"item":"i","items":["i"],"maybe":"m","children":[],"required":"r","requiredOrNull":null,"all":[]}""";

    private static readonly (string Method, string Path)[] Targets =
    [
        ("POST", "/orders"), ("PUT", "/orders"), ("PATCH", "/orders"), ("DELETE", "/orders"), ("POST", "/shapes"), ("POST", "/changes/4"), ("POST", "/services"),
        ("POST", "/nulls"), ("PUT", "/nulls"), ("PATCH", "/nulls"), ("POST", "/measures"), ("POST", "/strict"), ("POST", "/hidden"), ("POST", "/free"),
        ("POST", "/reading/collections"), ("POST", "/reading/members"), ("POST", "/reading/person"), ("POST", "/reading/page"), ("POST", "/reading/tree"),
        ("POST", "/reading/node"), ("PUT", "/reading/node"), ("PATCH", "/reading/node"), ("DELETE", "/reading/node"),
        ("POST", "/reading/element"), ("PUT", "/reading/element"), ("PATCH", "/reading/element"), ("DELETE", "/reading/element"), ("POST", "/reading/own"),
        ("POST", "/reading/pairs"), ("POST", "/reading/animal"), ("POST", "/reading/oblivious"), ("POST", "/reading/optional"), ("PUT", "/reading/optional"), ("POST", "/reading/spots"),
    ];

    private static readonly string?[] Charsets =
    [
        null, "utf-8", "UTF8", "\"utf-8\"", "utf-16", "utf-16le", "utf-16be", "utf-32", "utf-32be", "us-ascii", "iso-8859-1", "utf-7", "windows-1252", "shift_jis",
        "klingon", "\"\"", "utf-8-", "*", "unicodeFFFE",
    ];

    public static TheoryData<string> Names => [.. Bodies().Select(static body => body.Name).Distinct()];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task No_body_is_a_server_error(string name)
    {
        foreach (var (_, body) in Bodies().Where(body => body.Name == name))
        {
            foreach (var (method, path) in Targets)
            {
                await SendAsync(method, path, body, "application/json");
            }
        }

        Assert.Empty(app.Log.Errors);
    }

    [Theory]
    [InlineData("POST", "node", """{"x":[0,{"a":1,"A":2}]}""", "has a name twice, at '.x[1]' in it")]
    [InlineData("PUT", "node", """{"a":1,"A":2}""", "has a name twice")]
    [InlineData("PUT", "node", """{"x y":{"a":1,"a":2}}""", "has a name twice, at '['x y']' in it")]
    [InlineData("PATCH", "node", """["\udc00"]""", "has half of a surrogate pair, at '[0]' in it")]
    [InlineData("POST", "element", """{"a":"\ud800"}""", "has half of a surrogate pair, at '.a' in it")]
    [InlineData("PUT", "element", """{"a":{"\ud800":1}}""", "has half of a surrogate pair in a name, at '.a' in it")]
    [InlineData("PATCH", "element", "\"\\ud800\"", "has half of a surrogate pair")]
    [InlineData("DELETE", "element", """{"more":{"a":{"b":1,"b":2}}}""", "has a name twice, at '.more.a' in it")]
    [InlineData("POST", "own", """{"map":{"k":{"a":1,"a":2}},"node":{"a":1,"a":2}}""", "has a name twice")]
    public async Task What_a_handler_cannot_use_is_the_clients_fault(string verb, string path, string body, string fault)
    {
        using var request = new HttpRequestMessage(new HttpMethod(verb), "/reading/" + path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        using var response = await app.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var answer = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(422, (int)response.StatusCode);
        Assert.Contains($"A JSON value of the body {fault}.", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_charset_is_a_server_error()
    {
        byte[][] bodies = [Encoding.UTF8.GetBytes(Valid), Encoding.Unicode.GetBytes(Valid), Encoding.BigEndianUnicode.GetBytes(Valid), Encoding.UTF32.GetBytes(Valid), [0xFF], []];
        foreach (var charset in Charsets)
        {
            foreach (var body in bodies)
            {
                foreach (var path in new[] { "/orders", "/nulls", "/free", "/reading/node", "/reading/element", "/reading/own" })
                {
                    await SendAsync("POST", path, body, charset is null ? "application/json" : $"application/json; charset={charset}");
                }
            }
        }

        Assert.Empty(app.Log.Errors);
    }

    private static IEnumerable<(string Name, byte[] Body)> Bodies()
    {
        foreach (var text in new[]
        {
            "", " ", "null", "true", "1", "\"\"", "[]", "{}", "[[]]", "[{}]", "[null]", "[1e400]", "1e400", "-1e400", "NaN", "\"NaN\"", "Infinity", "1E+99999999999",
            new string('9', 5_000), "{\"id\":" + new string('9', 5_000) + "}", "0.1e-400", "-0",
        })
        {
            yield return ("values", Encoding.UTF8.GetBytes(text));
        }

        foreach (var name in new[] { "id", "title", "lines", "name", "value", "more", "tags", "map", "object", "element", "node", "items", "children", "all" })
        {
            yield return ("names twice", Encoding.UTF8.GetBytes($$"""{"{{name}}":1,"{{name}}":2}"""));
            yield return ("names twice", Encoding.UTF8.GetBytes(Valid[..^1] + $$""","{{name}}":null,"{{name.ToUpperInvariant()}}":{"a":1,"a":2,"A":3} """ + "}"));
            yield return ("names twice", Encoding.UTF8.GetBytes($$"""[{"{{name}}":{"b":1,"b":2},"{{name}}":[{"c":1,"c":2}]}]"""));
            yield return ("nulls", Encoding.UTF8.GetBytes($$"""{"{{name}}":null}"""));
            yield return ("nulls", Encoding.UTF8.GetBytes($$"""{"{{name}}":[null],"items":{"a":null} }"""));
            foreach (var other in new[] { "\"x\"", "1", "true", "[]", "{}", "[[null]]", "1e400", "\"NaN\"", "{\"a\":[null]}" })
            {
                yield return ("kinds", Encoding.UTF8.GetBytes($$"""{"{{name}}":{{other}} }"""));
            }

            foreach (var half in new[] { @"\ud800", @"\udc00", @"\ud800\ud800", @"a\udfffb" })
            {
                yield return ("half surrogates", Encoding.UTF8.GetBytes($$"""{"{{half}}":1,"{{name}}":"{{half}}"}"""));
                yield return ("half surrogates", Encoding.UTF8.GetBytes($$"""{"{{name}}":{"{{half}}":"{{half}}","{{half}}":null},"list":["{{half}}"]}"""));
            }

            yield return ("depth", Encoding.UTF8.GetBytes($$"""{"{{name}}":{{new string('[', 10_000)}}"""));
            yield return ("depth", Encoding.UTF8.GetBytes($$"""{"{{name}}":{{string.Concat(Enumerable.Repeat("{\"children\":[", 40))}}"""));
            yield return ("depth", Encoding.UTF8.GetBytes($$"""{"{{name}}":{{string.Concat(Enumerable.Repeat("{\"a\":", 63))}}1{{new string('}', 64)}}"""));
        }

        var valid = Encoding.UTF8.GetBytes(Valid);
        foreach (var insert in new byte[][] { [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], [0, 0, 0xFE, 0xFF], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0], [0x1F], [0x7F] })
        {
            foreach (var at in new[] { 0, 1, 2, 12, 20, valid.Length })
            {
                yield return ("bytes", [.. valid[..at], .. insert, .. valid[at..]]);
            }
        }

        foreach (var length in Enumerable.Range(0, valid.Length).Where(static length => length % 7 == 0))
        {
            yield return ("cut", valid[..length]);
        }
    }

    private async Task SendAsync(string method, string path, byte[] body, string contentType)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        using var response = await app.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        if (response.StatusCode >= HttpStatusCode.InternalServerError)
        {
            Assert.Fail($"{method} {path} {contentType}: {(int)response.StatusCode} {text} {app.Log.Errors.LastOrDefault()?.Exception} for {Encoding.Latin1.GetString(body.AsSpan(0, Math.Min(200, body.Length)))}");
        }
    }
}
