using System.Net;
using System.Text;
using CsCheck;
using Microsoft.AspNetCore.Routing;
using Requests.Tests.Table;

namespace Requests.Tests;

/// <summary>Random query strings, headers and bodies: never a 500, never an unhandled exception in the log.</summary>
public sealed class FuzzTests(TableApp app) : IClassFixture<TableApp>
{
    private static readonly string[] Json = ["{", "}", "[", "]", ":", ",", "\"", "null", "true", "1", "-1", "1e999", "0.5", "\"id\"", "\"price\"", "\"lines\"", "\"shape\":\"circle\"", "\\ud800", " ", "\u00e9", "\0"];

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String,
        Gen.String[Gen.Char.AlphaNumeric, 0, 20],
        Gen.Int.Select(static number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        OneOf("", " ", "NaN", "Infinity", "1e400", "../..", "%", "%00", "+", "true", "2026-02-30", "\u2028", new string('9', 400)));

    private static readonly Gen<byte[]> Body = Gen.OneOf(
        Gen.Byte.Array[0, 200],
        OneOf(Json).Array[0, 40].Select(static parts => Encoding.UTF8.GetBytes(string.Concat(parts))),
        Gen.Select(Gen.Int[0, 60], Gen.Byte, static (at, value) =>
        {
            var valid = Encoding.UTF8.GetBytes("""{"id":1,"title":"a","price":2.5,"kind":200,"lines":[{"product":"p","count":2}]}""");
            valid[at] = value;
            return valid;
        }));

    private static readonly Gen<string?> ContentType = OneOf<string?>(
        null, "application/json", "application/json; charset=utf-16", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "multipart/form-data", "text/plain", "nonsense");

    [Fact]
    public async Task Nothing_that_a_client_sends_is_a_server_error()
    {
        var routes = Routes();
        Assert.True(routes.Length > 25);
        using var client = new HttpClient { BaseAddress = app.Address };
        var request = Gen.Select(
            Gen.Int[0, routes.Length - 1],
            Text,
            Gen.Select(OneOf("n", "x", "q", "ids", "maybe", "kinds", "points", "p", "at", "day", "from", "to", "order", "force", "year"), Text).Array[0, 6],
            Gen.Select(OneOf("X-Count", "X-Ids", "X-Kind", "X-Size", "X-Ticket", "Accept", "Cookie", "Content-Encoding"), Gen.String[Gen.Char[' ', '~'], 0, 30]).Array[0, 4],
            Body,
            ContentType);

        await request.SampleAsync(
            async sample =>
            {
                var (route, value, query, headers, body, contentType) = sample;
                var path = routes[route].Path.Replace("{}", Uri.EscapeDataString(Sendable(value)), StringComparison.Ordinal);
                var search = string.Join('&', query.Select(pair => $"{pair.Item1}={Uri.EscapeDataString(Sendable(pair.Item2))}"));
                using var message = new HttpRequestMessage(new HttpMethod(routes[route].Method), $"{path}?{search}");
                if (routes[route].Method != "GET")
                {
                    message.Content = new ByteArrayContent(body);
                    message.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
                }

                foreach (var (name, text) in headers)
                {
                    message.Headers.TryAddWithoutValidation(name, text);
                }

                using var response = await client.SendAsync(message, TestContext.Current.CancellationToken);
                Assert.True(response.StatusCode < HttpStatusCode.InternalServerError, $"{message.Method} {message.RequestUri}: {(int)response.StatusCode} {app.Log.Errors.LastOrDefault()?.Exception}");
            },
            iter: 2_000,
            threads: 1);

        Assert.Empty(app.Log.Errors);
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    // Half a surrogate pair cannot be sent.
    private static string Sendable(string text) => string.Concat(text.Where(static character => !char.IsSurrogate(character)));

    private (string Method, string Path)[] Routes() => [.. app.Endpoints
        .Where(static endpoint => endpoint.RoutePattern.RawText?.StartsWith("/minimal", StringComparison.Ordinal) != true)
        .Select(static endpoint => (
            endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods[0],
            string.Concat(endpoint.RoutePattern.PathSegments.Select(static segment => "/" + string.Concat(segment.Parts.Select(static part => part.IsLiteral ? ((Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart)part).Content : "{}"))))))
        .Distinct()];
}
