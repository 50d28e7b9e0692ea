using System.Globalization;
using System.Text.Json;
using Client.Generator.Tests.Harness;
using Jero;
using Jero.Client.Tool.Model;

namespace Client.Generator.Tests.Http;

/// <summary>Every item type of the corpus, from a server of Jero through a client of its document.</summary>
public sealed class RoundTripTests
{
    // What the document does not say, or says of more values than a type of the language has.
    private static readonly Dictionary<string, string> Beyond = new()
    {
        ["/corpus/items/enum"] = "a value of an enum without a name",
        ["/corpus/enums/named-here"] = "values of enums without names",
        ["/corpus/enums/names"] = "values of enums without names",
        ["/corpus/enums/nullable"] = "an enum of 64 bits without a sign, which is an integer",
        ["/corpus/enums/numbers"] = "an enum of 64 bits without a sign, which is an integer",
        ["/corpus/integers/huge"] = "integers of 128 bits",
        ["/corpus/integers/nullable-huge"] = "integers of 128 bits",
        ["/corpus/extras/elements"] = "extension data, which no schema has",
        ["/corpus/extras/objects"] = "extension data, which no schema has",
        ["/corpus/extras/node"] = "a value that JsonSerializer writes as no JSON",
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_item_is_what_was_sent()
    {
        await using var server = await Server.StartAsync(static app =>
        {
            app.MapJero();
            app.MapJeroOpenApi();
        });
        var document = await server.Client.GetStringAsync("openapi.json", Token);
        var methods = MethodsOf(document);
        var generated = Generated.From(document, "--namespace", "Made", "--class", "MadeClient");

        // The document names the path that the server is under.
        using var http = new HttpClient { BaseAddress = new Uri(server.Client.BaseAddress!, "/") };
        var read = (await Compiled.From(generated.Code, Use(methods)).RunAsync(http, Token)).Split('\n').ToLookup(
            static line => line[..line.IndexOf('\t')], static line => line[(line.IndexOf('\t') + 1)..]);

        var differences = new List<string>();
        foreach (var path in methods.Keys)
        {
            var sent = (await server.Client.GetStringAsync(path[1..], Token)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.NotEmpty(sent);
            var came = read[path].ToList();
            differences.AddRange(sent.Select((line, i) => (Sent: line, Read: i < came.Count ? came[i] : "nothing")).Where(static pair => !AreEqual(pair.Sent, pair.Read))
                .Select(pair => $"{path}: {pair.Sent} was read as {pair.Read}")
                .Take(1));
        }

        Assert.True(methods.Count >= 60, $"{methods.Count} item types are no corpus.");
        var unexpected = differences.Where(static difference => !Beyond.ContainsKey(difference.Split(": ")[0])).ToList();
        Assert.True(unexpected.Count == 0, $"{unexpected.Count} differences\n{string.Join('\n', unexpected)}");
        Assert.Equal(Beyond.Count, differences.Count);
    }

    private static Dictionary<string, string> MethodsOf(string document) => JsonDocument.Parse(document).RootElement.GetProperty("paths").EnumerateObject()
        .Where(static path => path.Name.StartsWith("/corpus/", StringComparison.Ordinal))
        .ToDictionary(static path => path.Name, static path => Names.Pascal(path.Value.GetProperty("get").GetProperty("operationId").GetString()!) + "Async");

    // Each item as a line of JSON again, by the client's own metadata.
    private static string Use(Dictionary<string, string> methods) =>
        $$"""
        #nullable enable
        #pragma warning disable CS1591
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Text.Json;
        using System.Text.Json.Serialization.Metadata;
        using System.Threading;
        using System.Threading.Tasks;
        using Made;

        public static class Use
        {
            public static async Task<string> RunAsync(HttpClient http, CancellationToken ct)
            {
                var client = new MadeClient(http);
                var lines = new List<string>();
        {{string.Join('\n', methods.Select(static method => $"        await ReadAsync(\"{method.Key}\", client.{method.Value}(cancellationToken: ct), lines);"))}}
                return string.Join("\n", lines);
            }

            private static async Task ReadAsync<T>(string path, IAsyncEnumerable<T> items, List<string> lines)
            {
                try
                {
                    await foreach (var item in items)
                    {
                        lines.Add($"{path}\t{JsonSerializer.Serialize(item, (JsonTypeInfo<T>)MadeClientJson.Default.GetTypeInfo(typeof(T))!)}");
                    }
                }
                catch (Exception exception)
                {
                    lines.Add($"{path}\t{exception.Message.ReplaceLineEndings(" ")}");
                }
            }
        }
        """;

    private static bool AreEqual(string sent, string read)
    {
        try
        {
            return Plain(JsonDocument.Parse(sent).RootElement) == Plain(JsonDocument.Parse(read).RootElement);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // Members in the order of their names; null and what is missing are one to a client whose member may be missing. Numbers by their value.
    private static string Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(",", value.EnumerateObject().Where(static member => member.Value.ValueKind != JsonValueKind.Null)
            .OrderBy(static member => member.Name, StringComparer.Ordinal).Select(static member => $"{member.Name}:{Plain(member.Value)}"))}}}",
        JsonValueKind.Array => $"[{string.Join(",", value.EnumerateArray().Select(Plain))}]",
        JsonValueKind.Number when value.TryGetDecimal(out var number) => number.ToString("G29", CultureInfo.InvariantCulture),
        JsonValueKind.Number => value.GetDouble().ToString("R", CultureInfo.InvariantCulture),
        JsonValueKind.String => $"\"{value.GetString()}\"",
        _ => value.GetRawText(),
    };
}
