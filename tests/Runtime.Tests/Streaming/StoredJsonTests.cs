using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Jero;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Runtime.Tests.Streaming.Events;

namespace Runtime.Tests.Streaming;

/// <summary>Stored JSON that a converter passes on as it is, with line breaks in it, is still one line of NDJSON and one event.</summary>
public sealed class StoredJsonTests
{
    public static MatrixTheoryData<string, string> Requests => new(
        ["/stored/lines", "/stored/events", "/stored/lines/whole", "/stored/events/whole", "/minimal/lines", "/minimal/events", "/minimal/lines/whole", "/minimal/events/whole", "/minimal/app"],
        ["\n", "\r", "\r\n", "\n\n", "\r\r", "\n\r\n\r", "\t\n "]);

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Stored_json_forges_no_record_wherever_it_stands(string path, string lineBreak)
    {
        var document = Document(lineBreak);
        var minified = JsonNode.Parse(document);
        await using var app = await StartAsync(document);
        using var client = new HttpClient { BaseAddress = app.Address };

        var body = await client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        var records = path.Contains("events", StringComparison.Ordinal)
            ? [.. EventStreamParser.Parse(Encoding.UTF8.GetBytes(body)).Events.Select(one => one.Data)]
            : body.Split('\n')[..^1];
        Assert.DoesNotContain('\r', body);
        Assert.Equal(2, records.Length);
        foreach (var record in records)
        {
            Assert.True(JsonNode.DeepEquals(Expected(path, minified), JsonNode.Parse(record)), record);
        }
    }

    [Fact]
    public async Task What_is_no_line_end_of_the_formats_stays_as_it_is_and_a_raw_line_break_in_a_string_becomes_a_blank()
    {
        const string Json = "\"a\u2028b\u2029c\u0085d\ne\rf\"";
        await using var app = await StartAsync(Json);
        using var client = new HttpClient { BaseAddress = app.Address };

        var lines = await client.GetStringAsync(new Uri("/stored/lines/whole", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal("\"a\u2028b\u2029c\u0085d e f\"\n\"a\u2028b\u2029c\u0085d e f\"\n", lines);
    }

    private static string Document(string end) =>
        $$"""[{0}{"id"{0}:{0}2{0},{0}"admin":true,"text":"a\nb\r"}{0},{0}[{0}1{0},{0}null{0}]{0}]""".Replace("{0}", end, StringComparison.Ordinal);

    private static JsonNode? Expected(string path, JsonNode? document) => path.EndsWith("whole", StringComparison.Ordinal) || path == "/minimal/app"
        ? document
        : JsonSerializer.SerializeToNode(
            new Dictionary<string, object?>
            {
                ["member"] = document,
                ["list"] = new[] { document, document },
                ["map"] = new Dictionary<string, JsonNode?> { ["key"] = document },
                ["nested"] = new Dictionary<string, object?> { ["id"] = 7, ["doc"] = document },
                ["element"] = document,
                ["node"] = document,
                ["anything"] = document,
                ["more"] = document,
            });

    private static Task<App> StartAsync(string document) => App.StartAsync(
        web =>
        {
            web.MapEndpoint<StoredLines>();
            web.MapEndpoint<StoredEvents>();
            web.MapEndpoint<WholeLines>();
            web.MapEndpoint<WholeEvents>();
            web.MapGet("/minimal/lines", (StoredSource source) => new NDJSONStreamingResponse<StoredRow>(source.Rows()));
            web.MapGet("/minimal/events", (StoredSource source) => new SSEResponse<StoredRow>(source.Rows()));
            web.MapGet("/minimal/lines/whole", (StoredSource source) => new NDJSONStreamingResponse<Stored>(source.Whole()));
            web.MapGet("/minimal/events/whole", (StoredSource source) => new SSEResponse<Stored>(source.Whole()));
            web.MapGet("/minimal/app", (StoredSource source) => new NDJSONStreamingResponse<Version>(source.Versions()));
        },
        services =>
        {
            services.AddSingleton(new StoredSource(document));
            services.ConfigureHttpJsonOptions(options =>
            {
                options.SerializerOptions.TypeInfoResolverChain.Insert(0, new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver());
                options.SerializerOptions.Converters.Add(new AppConverter(document));
            });
        });

    /// <summary>A converter of the app's options, of a type that would be written without one.</summary>
    private sealed class AppConverter(string document) : JsonConverter<Version>
    {
        public override Version Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Version value, JsonSerializerOptions options) => writer.WriteRawValue(document, skipInputValidation: true);
    }
}

[JsonConverter(typeof(StoredConverter))]
internal sealed record Stored(string Json);

internal sealed class StoredConverter : JsonConverter<Stored>
{
    public override Stored Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, Stored value, JsonSerializerOptions options) => writer.WriteRawValue(value.Json, skipInputValidation: true);
}

internal sealed record StoredInner(int Id, Stored Doc);

internal sealed record StoredRow(
    Stored Member, List<Stored> List, Dictionary<string, Stored> Map, StoredInner Nested, JsonElement Element, JsonNode? Node, object Anything)
{
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; init; }
}

internal sealed class StoredSource(string json)
{
    public async IAsyncEnumerable<Stored> Whole()
    {
        await Task.Yield();
        yield return new Stored(json);
        yield return new Stored(json);
    }

    public async IAsyncEnumerable<Version> Versions()
    {
        await Task.Yield();
        yield return new Version(1, 2);
        yield return new Version(3, 4);
    }

    public async IAsyncEnumerable<StoredRow> Rows()
    {
        await Task.Yield();
        using var document = JsonDocument.Parse(json);
        var stored = new Stored(json);
        for (var i = 0; i < 2; i++)
        {
            yield return new StoredRow(
                stored, [stored, stored], new() { ["key"] = stored }, new StoredInner(7, stored), document.RootElement, JsonNode.Parse(json), document.RootElement)
            {
                Extra = new() { ["more"] = document.RootElement },
            };
        }
    }
}

[Endpoint("/stored/lines")]
internal sealed partial class StoredLines
{
    public NDJSONStreamingResponse<StoredRow> Get([FromServices] StoredSource source) => new(source.Rows());
}

[Endpoint("/stored/events")]
internal sealed partial class StoredEvents
{
    public SSEResponse<StoredRow> Get([FromServices] StoredSource source) => new(source.Rows());
}

[Endpoint("/stored/lines/whole")]
internal sealed partial class WholeLines
{
    public NDJSONStreamingResponse<Stored> Get([FromServices] StoredSource source) => new(source.Whole());
}

[Endpoint("/stored/events/whole")]
internal sealed partial class WholeEvents
{
    public SSEResponse<Stored> Get([FromServices] StoredSource source) => new(source.Whole());
}
