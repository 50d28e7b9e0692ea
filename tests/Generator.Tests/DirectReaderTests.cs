using Generator.Tests.Harness;

namespace Generator.Tests;

/// <summary>Which types generated code reads itself. That it reads them as System.Text.Json does is tested in Requests.Tests.</summary>
public sealed class DirectReaderTests
{
    // Each of these needs more of System.Text.Json than a value in its usual form.
    [Theory]
    [InlineData("[property: JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)] int Count")]
    [InlineData("[property: JsonConverter(typeof(JsonStringEnumConverter<System.DayOfWeek>))] System.DayOfWeek Day")]
    [InlineData("System.Uri Address")]
    [InlineData("object Anything")]
    [InlineData("int Count, Part? Next")]
    [InlineData("System.Collections.Generic.Dictionary<string, int> Counts")]
    [InlineData("System.Collections.Generic.HashSet<int> Numbers")]
    [InlineData("[property: JsonPropertyName(\"$name\")] string Name")]
    [InlineData("int Count) : IJsonOnDeserialized { void IJsonOnDeserialized.OnDeserialized() { } } public sealed record None(")]
    public void A_type_of_unusual_members_is_read_by_the_metadata_alone(string members)
    {
        var run = GeneratorTest.Run(
            $$"""
            using System.Text.Json.Serialization;

            namespace Shop;

            public sealed record Part({{members}}) { }

            [Endpoint("/parts")]
            public sealed partial class PartsEndpoint
            {
                public Task<JSONResponse<int>> PostAsync(IAsyncEnumerable<Part> parts) => throw new InvalidOperationException();
            }
            """);
        Assert.DoesNotContain(run.Files.Values, static source => source.Contains("TryRead", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Part", "JeroGen::JeroJson.Shop_Part")]
    [InlineData("Part?", "JeroGen::JeroJson.Shop_Part")]
    [InlineData("Part[]", "JeroGen::ArrayReader<global::Shop.Part, JeroGen::JeroJson.Shop_Part>")]
    [InlineData("System.Collections.Generic.List<Part>", "JeroGen::ListReader<global::Shop.Part, JeroGen::JeroJson.Shop_Part>")]
    [InlineData("System.Collections.Generic.List<Part?>", "JeroGen::ListReader<global::Shop.Part?, JeroGen::NullReader<global::Shop.Part, JeroGen::JeroJson.Shop_Part>>")]
    public void A_body_is_read_by_generated_code(string type, string reader) =>
        Assert.Contains(Body(type).Files.Values, source => source.Contains($", usual: default({reader}).TryRead)", StringComparison.Ordinal));

    // What is made for these is another type, or the metadata's alone to make.
    [Theory]
    [InlineData("System.Collections.Generic.IReadOnlyList<Part>")]
    [InlineData("System.Collections.Generic.HashSet<Part>")]
    [InlineData("System.Collections.Generic.Dictionary<string, Part>")]
    [InlineData("Parts")]
    public void A_body_of_another_type_is_read_by_the_metadata_alone(string type) =>
        Assert.DoesNotContain(Body(type).Files.Values, static source => source.Contains("TryRead", StringComparison.Ordinal));

    // Of each type there is one definition for all endpoints, wherever the one that reads it stands among them.
    [Theory]
    [InlineData("Alpha")]
    [InlineData("Omega")]
    public void A_type_that_another_endpoint_only_writes_is_read_by_generated_code(string writer)
    {
        var run = GeneratorTest.Run(
            $$"""
            namespace Shop;

            public sealed record Part(int Id, string Name);

            [Endpoint("/all")]
            public sealed partial class {{writer}}Endpoint
            {
                public NDJSONStreamingResponse<Part> Get() => throw new InvalidOperationException();
            }

            [Endpoint("/parts")]
            public sealed partial class PartsEndpoint
            {
                public Task<JSONResponse<int>> PostAsync(Part part) => throw new InvalidOperationException();
            }
            """);

        Assert.Contains("IJsonReader<Value>", run.Files["JeroJson.Shop_Part.g.cs"], StringComparison.Ordinal);
    }

    private static GeneratorRun Body(string type) => GeneratorTest.Run(
        $$"""
        namespace Shop;

        public sealed record Part(int Id, string Name);

        public sealed class Parts : System.Collections.Generic.List<Part>;

        [Endpoint("/parts")]
        public sealed partial class PartsEndpoint
        {
            public Task<JSONResponse<int>> PostAsync([Microsoft.AspNetCore.Mvc.FromBody] {{type}} parts) => throw new InvalidOperationException();
        }
        """);
}
