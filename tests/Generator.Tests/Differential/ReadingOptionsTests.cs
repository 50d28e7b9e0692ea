using System.Text.Json;
using Generator.Tests.Harness;

namespace Generator.Tests.Differential;

/// <summary>What the options of an assembly say of reading, and what the document says of it.</summary>
public sealed class ReadingOptionsTests
{
    private const string Types =
        """
        using System.Collections.Generic;
        using System.Text.Json.Serialization;

        public sealed record Line(int Count);

        public sealed record Order(string Customer, List<Line> Lines, string? Note)
        {
            public string Kind { get; set; } = "";
        }

        public sealed class Basket
        {
            public List<int> Numbers { get; } = [1];

            [JsonObjectCreationHandling(JsonObjectCreationHandling.Replace)]
            public List<int> Others { get; set; } = [1];

            public int[] Fixed { get; set; } = [1];
        }

        [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
        public sealed record Loose(int Id);

        [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
        public sealed record Closed(int Id);

        [Endpoint("/orders")]
        public sealed partial class OrdersEndpoint
        {
            public JSONResponse<string> Post(Order order) => new($"{order.Customer ?? "-"} {order.Lines?.Count} {order.Note ?? "-"} {order.Kind ?? "-"}");
        }

        [Endpoint("/baskets")]
        public sealed partial class BasketsEndpoint
        {
            public JSONResponse<string> Post(Basket basket) => new($"{basket.Numbers.Count} {basket.Others.Count} {basket.Fixed.Length}");
        }

        [Endpoint("/loose")]
        public sealed partial class LooseEndpoint
        {
            public JSONResponse<string> Post(Loose loose) => new($"{loose.Id}");
        }

        [Endpoint("/closed")]
        public sealed partial class ClosedEndpoint
        {
            public JSONResponse<string> Post(Closed closed) => new($"{closed.Id}");
        }
        """;

    [Theory]
    [InlineData("", "/orders", """{"customer":"c","lines":[],"note":null}""", 200, "c 0 - ")]
    [InlineData("", "/orders", """{"customer":"c","lines":[]}""", 422, "'note'")]
    [InlineData("", "/orders", """{"customer":"c","lines":[],"note":null,"kind":null}""", 422, "$.kind")]
    [InlineData("RespectNullableAnnotations = false", "/orders", """{"customer":null,"lines":[null],"note":null,"kind":null}""", 200, "- 1 - -")]
    [InlineData("RespectNullableAnnotations = false", "/orders", """{"customer":"c","note":null}""", 422, "'lines'")]
    [InlineData("RespectRequiredConstructorParameters = false", "/orders", "{}", 200, "-  - ")]
    [InlineData("RespectRequiredConstructorParameters = false", "/orders", """{"lines":[{},null]}""", 422, "$.lines[1]")]
    [InlineData("", "/orders", """{"customer":"c","lines":[],"note":null,"x":1}""", 200, "c 0 - ")]
    [InlineData("UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow", "/orders", """{"customer":"c","lines":[],"note":null,"x":1}""", 422, "$.x")]
    [InlineData("UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow", "/loose", """{"id":1,"x":1}""", 200, "1")]
    [InlineData("", "/closed", """{"id":1,"x":1}""", 422, "$.x")]
    [InlineData("", "/baskets", """{"numbers":[2],"others":[2,3],"fixed":[2,3,4]}""", 200, "1 2 3")]
    [InlineData("PreferredObjectCreationHandling = JsonObjectCreationHandling.Populate", "/baskets", """{"numbers":[2],"others":[2,3],"fixed":[2,3,4]}""", 200, "2 2 3")]
    [InlineData("PreferredObjectCreationHandling = JsonObjectCreationHandling.Populate", "/baskets", """{"numbers":null}""", 422, "$.numbers")]
    public async Task An_option_says_how_a_body_is_read(string options, string path, string body, int status, string answer)
    {
        await using var app = LoadedApp.Load(Types, Attribute(options));

        var (code, text) = await app.PostAsync(path, body);

        Assert.Equal(status, code);
        Assert.Contains(answer, text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_document_follows()
    {
        Assert.Equal(["customer", "lines", "note"], Required("", "Order"));
        Assert.Empty(Required("RespectRequiredConstructorParameters = false", "Order"));
        Assert.Equal("\"string\"", Customer("").GetRawText());
        Assert.Equal(["string", "null"], Customer("RespectNullableAnnotations = false").EnumerateArray().Select(static type => type.GetString()));
        Assert.False(Schema("", "Order").TryGetProperty("additionalProperties", out _));
        Assert.False(Schema("", "Closed").GetProperty("additionalProperties").GetBoolean());
        Assert.False(Schema("UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow", "Order").GetProperty("additionalProperties").GetBoolean());
        Assert.False(Schema("UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow", "Loose").TryGetProperty("additionalProperties", out _));
        Assert.False(Schema("", "Basket").GetProperty("properties").TryGetProperty("numbers", out _));
        Assert.True(Schema("PreferredObjectCreationHandling = JsonObjectCreationHandling.Populate", "Basket").GetProperty("properties").TryGetProperty("numbers", out _));
    }

    private static string Attribute(string options) =>
        options.Length == 0 ? "" : $"using System.Text.Json.Serialization;\n[assembly: JeroJsonOptions({options})]";

    private static JsonElement Customer(string options) => Schema(options, "Order").GetProperty("properties").GetProperty("customer").GetProperty("type");

    private static IEnumerable<string?> Required(string options, string type) =>
        Schema(options, type).TryGetProperty("required", out var names) ? names.EnumerateArray().Select(static name => name.GetString()) : [];

    private static JsonElement Schema(string options, string type)
    {
        var run = GeneratorRun.Start(Compilations.Create(Types, Attribute(options)));
        var text = run.Result.GeneratedSources.Single(source => source.HintName == $"JeroJson._{type}.g.cs").SourceText.ToString();
        var start = text.IndexOf("\"\"\"", StringComparison.Ordinal) + 3;
        return JsonDocument.Parse(text[start..text.IndexOf("\"\"\"", start, StringComparison.Ordinal)]).RootElement;
    }
}
