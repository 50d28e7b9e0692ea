using Generator.Tests.Harness;
using Jero.Generator;
using Microsoft.CodeAnalysis;

namespace Generator.Tests;

/// <summary>What is generated for a type goes with what it contains, wherever that is declared.</summary>
public sealed class JsonIncrementalityTests
{
    private const string Inner =
        """
        using System.Text.Json;
        using System.Text.Json.Serialization;
        namespace Shop;
        public sealed record Inner(int Id, Level Level, Money Price);
        public enum Level { Low, [JsonStringEnumMemberName("high")] High }
        public sealed record Money(decimal Amount);
        public class MoneyConverter : JsonConverter<Money>
        {
            public override Money? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => null;
            public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteNullValue();
        }
        """;

    private const string Middle = "namespace Shop; public sealed record Middle(Dictionary<string, List<Inner?>> Inners);";

    private const string Outer =
        """
        namespace Shop;
        public sealed record Outer(Middle? Middle);
        [Endpoint("/outer")]
        public sealed partial class OuterEndpoint { public NDJSONStreamingResponse<Outer> Get() => throw new InvalidOperationException(); }
        """;

    private const string Other =
        """
        namespace Shop;
        public sealed record Other(int Id);
        [Endpoint("/other")]
        public sealed partial class OtherEndpoint { public NDJSONStreamingResponse<Other> Get() => throw new InvalidOperationException(); }
        """;

    [Theory]
    [InlineData("a member two levels down", "int Id,", "int Id, string? Title,", "Shop_Inner", "\\\"title\\\":")]
    [InlineData("a member's type", "int Id,", "string Id,", "Shop_Inner", "string")]
    [InlineData("a member's name in JSON", "int Id,", "[property: JsonPropertyName(\"number\")] int Id,", "Shop_Inner", "\\\"number\\\":")]
    [InlineData("a member's condition", "int Id,", "[property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Id,", "Shop_Inner", "default")]
    [InlineData("an enum's converter", "public enum", "[JsonConverter(typeof(JsonStringEnumConverter<Level>))] public enum", "Shop_Level", "high")]
    [InlineData("a type's converter", "public sealed record Money", "[JsonConverter(typeof(MoneyConverter))] public sealed record Money", "", "MoneyConverter")]
    public void Editing_what_a_type_contains_generates_it_anew(string what, string before, string after, string definition, string expected)
    {
        Assert.NotEmpty(what);
        var first = Start();

        var second = first.After(first.Input.Edit("File0.cs", text => text.Replace(before, after, StringComparison.Ordinal)));

        GeneratorTest.AssertCompiles(second);
        var changed = second.Files.Where(file => !first.Files.TryGetValue(file.Key, out var old) || old != file.Value).ToList();
        Assert.Contains(changed, file => file.Key.Contains(definition, StringComparison.Ordinal) && file.Value.Contains(expected, StringComparison.Ordinal));
        Assert.Equal(first.Files["JeroJson.Shop_Other.g.cs"], second.Files["JeroJson.Shop_Other.g.cs"]);
        Assert.Equal(GeneratorRun.Start(second.Input.Afresh()).Files.OrderBy(file => file.Key, StringComparer.Ordinal), second.Files.OrderBy(file => file.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void Editing_the_name_of_an_enum_s_value_generates_it_anew()
    {
        var first = GeneratorRun.Start(Compilations.Create(Inner.Replace("public enum", "[JsonConverter(typeof(JsonStringEnumConverter<Level>))] public enum", StringComparison.Ordinal), Middle, Outer, Other));

        var second = first.After(first.Input.Edit("File0.cs", text => text.Replace("\"high\"", "\"highest\"", StringComparison.Ordinal)));

        Assert.Contains("highest", second.Files["JeroJson.Shop_Level.g.cs"], StringComparison.Ordinal);
        Assert.Contains(IncrementalStepRunReason.Modified, second.Reasons(TrackingNames.Definitions));
    }

    [Theory]
    [InlineData("a method body", "=> null;", "=> throw new NotSupportedException();")]
    [InlineData("a comment", "namespace Shop;", "namespace Shop; // A comment.")]
    [InlineData("a type that nothing contains", "public sealed record Inner", "public sealed record Unrelated(int Id);\npublic sealed record Inner")]
    [InlineData("a private member", "public sealed record Money(decimal Amount);", "public sealed record Money(decimal Amount) { private int Unseen { get; set; } }")]
    public void Editing_what_does_not_show_in_JSON_generates_nothing_anew(string what, string before, string after)
    {
        Assert.NotEmpty(what);
        var first = Start();

        GeneratorTest.AssertNothingGeneratedAnew(first.After(first.Input.Edit("File0.cs", text => text.Replace(before, after, StringComparison.Ordinal))));
    }

    [Fact]
    public void Editing_the_JSON_options_generates_what_they_change_anew()
    {
        var first = GeneratorRun.Start(Compilations.Create(Inner, Middle, Outer, Other, "[assembly: JeroJsonOptions]"));

        var second = first.After(first.Input.Edit("File4.cs", text =>
            text.Replace("JeroJsonOptions", "JeroJsonOptions(PropertyNamingPolicy = System.Text.Json.Serialization.JsonKnownNamingPolicy.SnakeCaseUpper)", StringComparison.Ordinal)));

        Assert.Contains("\\\"ID\\\":", second.Files["JeroJson.Shop_Other.g.cs"], StringComparison.Ordinal);
    }

    private static GeneratorRun Start() => GeneratorRun.Start(Compilations.Create(Inner, Middle, Outer, Other));
}
