using System.Net.ServerSentEvents;
using System.Text.Json;
using System.Text.Json.Nodes;
using Jero.Tests.Json;
using Shared;

namespace Runtime.Tests.OpenApi;

/// <summary>What is streamed, held by validators of others against what the document says of it.</summary>
public sealed class SchemaTests(CorpusApp app) : IClassFixture<CorpusApp>
{
    private static readonly string[] EventPaths = ["/figures/events", "/documented/events", "/numbers/events", "/events", "/text"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_document_is_valid_to_two_validators()
    {
        var document = await app.Client.GetByteArrayAsync("/openapi.json", Cancellation);

        await Validator.LintAsync(document);
        await Validator.ValidateAsync(document);
    }

    [Fact]
    public async Task Every_line_fits_its_item_schema_and_a_changed_one_does_not()
    {
        var document = await app.Client.GetByteArrayAsync("/openapi.json", Cancellation);
        var paths = CorpusApp.Cases.Keys.Append("/annotated/1").Order(StringComparer.Ordinal).ToList();
        var lines = new List<JsonNode?[]>();
        foreach (var path in paths)
        {
            lines.Add(await LinesAsync(path));
        }

        var pointers = paths.Select(path => Validator.Pointer(
            "paths", path == "/annotated/1" ? "/annotated/{id}" : path, "get", "responses", "200", "content", "application/x-ndjson", "itemSchema")).ToList();

        await AssertAsync(document, paths, pointers, lines);
    }

    [Fact]
    public async Task Every_event_fits_its_item_schema_and_its_data_the_content_schema()
    {
        var document = await app.Client.GetByteArrayAsync("/openapi.json", Cancellation);
        var (paths, pointers, values) = (new List<string>(), new List<string>(), new List<JsonNode?[]>());
        foreach (var path in EventPaths)
        {
            var pointer = Validator.Pointer("paths", path, "get", "responses", "200", "content", "text/event-stream", "itemSchema");
            var events = await EventsAsync(path);
            paths.Add(path);
            pointers.Add(pointer);
            values.Add([.. events.Select(ToJson)]);
            if (path != "/text")
            {
                paths.Add(path + " data");
                pointers.Add(pointer + "/properties/data/contentSchema");

                // Null data is empty, which is no JSON.
                values.Add([.. events.Where(item => item.Data.Length > 0).Select(item => JsonNode.Parse(item.Data))]);
            }
        }

        await AssertAsync(document, paths, pointers, values);
    }

    // A schema that accepts everything would pass as well, so what is wrong has to be refused.
    private static async Task AssertAsync(byte[] document, List<string> paths, List<string> pointers, List<JsonNode?[]> values)
    {
        Assert.All(paths.Zip(values), pair => Assert.True(pair.Second.Length > 0, $"{pair.First} streams nothing."));
        var good = await Validator.ValidateAsync(document, [.. pointers.Zip(values, (pointer, items) => new Validator.Check(pointer, items))]);
        var refused = paths.Select((path, i) => (Path: path, Items: values[i].Where((_, j) => !good[i][j]).ToList()))
            .Where(stream => stream.Items.Count > 0 && !Mutants.AreOutside.Contains(stream.Path))
            .Select(stream => $"{stream.Path}: {stream.Items.Count}, such as {stream.Items[0]?.ToJsonString()}")
            .ToList();
        Assert.True(refused.Count == 0, "Refused, though it was streamed:\n" + string.Join('\n', refused));

        var mutants = values.Select((items, i) => items.Where((_, j) => good[i][j]).SelectMany(Mutants.Of).ToList()).ToList();
        var bad = await Validator.ValidateAsync(document, [.. pointers.Zip(mutants, (pointer, items) => new Validator.Check(pointer, [.. items.Select(item => item.Value)]))]);
        var accepted = paths
            .SelectMany((path, i) => mutants[i].Zip(bad[i]).GroupBy(pair => pair.First.Kind)
                .Where(kind => kind.All(pair => pair.Second))
                .Select(kind => $"{path}: {kind.Key}"))
            .Except(Mutants.AreAllowed)
            .ToList();
        Assert.True(accepted.Count == 0, "Accepted, though nothing of it is right:\n" + string.Join('\n', accepted));
    }

    private async Task<JsonNode?[]> LinesAsync(string path)
    {
        var body = await app.Client.GetStringAsync(path, Cancellation);
        return [.. body.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => path != Mutants.PathOfNoJson || IsJson(line)).Select(line => JsonNode.Parse(line))];
    }

    private static bool IsJson(string line)
    {
        try
        {
            _ = JsonNode.Parse(line);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private async Task<List<SseItem<string>>> EventsAsync(string path)
    {
        using var body = await app.Client.GetStreamAsync(path, Cancellation);
        var events = new List<SseItem<string>>();
        await foreach (var item in SseParser.Create(body).EnumerateAsync(Cancellation))
        {
            events.Add(item);
        }

        return events;
    }

    private static JsonNode ToJson(SseItem<string> item)
    {
        var json = new JsonObject { ["data"] = item.Data };
        if (item.EventType != SseParser.EventTypeDefault)
        {
            json["event"] = item.EventType;
        }

        if (item.EventId is { } id)
        {
            json["id"] = id;
        }

        if (item.ReconnectionInterval is { } retry)
        {
            json["retry"] = (long)retry.TotalMilliseconds;
        }

        return json;
    }
}
