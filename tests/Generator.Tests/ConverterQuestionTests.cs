using System.Reflection;
using Generator.Tests.Harness;

namespace Generator.Tests;

/// <summary>A converter of which only the running app knows whether it takes its type is asked when the app maps, not by each request.</summary>
public sealed class ConverterQuestionTests
{
    private const string Converter =
        "public class C<T> : JsonConverter<T> { public override T Read(ref Utf8JsonReader r, Type t, JsonSerializerOptions o) => default!; "
        + "public override void Write(Utf8JsonWriter w, T v, JsonSerializerOptions o) => w.WriteStringValue(\"c\"); }";

    [Theory]
    [InlineData("'Item' cannot be written as JSON. The converter 'F' does not take 'System.Int32'", Factory, "t == typeof(string)", "null")]
    [InlineData("The converter 'F' accepts 'System.Int32' but creates null", Factory, "true", "null")]
    [InlineData("The converter 'F' accepts 'System.Int32' but creates 'F'", Factory, "true", "new F()")]
    [InlineData("The converter 'F' accepts 'System.Int32' but creates 'C`1[System.String]'", Factory, "true", "new C<string>()")]
    [InlineData("'Item' cannot be written as JSON. not today", Factory, "true", "throw new Exception(\"not today\")")]
    [InlineData("The converter 'F' does not take 'Item'", "[JsonConverter(typeof(F))] public class Item;", "false", "null")]
    [InlineData(
        "The converter 'F' does not take 'Inner'",
        """
        [JsonConverter(typeof(F))] public struct Inner;
        public record Item(Inner? X);
        """,
        "false", "null")]
    [InlineData("The attribute 'A' makes null and no converter for 'System.String'", Attribute, "true", "null")]
    [InlineData("The converter 'System.Text.Json.Serialization.JsonStringEnumConverter' does not take 'System.String'", Attribute, "true", "new JsonStringEnumConverter()")]
    public void One_that_refuses_is_said_when_the_app_maps(string message, string types, string canConvert, string converter)
    {
        var fault = Assert.Throws<TargetInvocationException>(() => LoadedApp.Load(Source(types, canConvert, converter)));

        var exception = Assert.IsType<InvalidOperationException>(fault.InnerException);
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_takes_it_is_used()
    {
        await using var app = LoadedApp.Load(Source(Factory, "t == typeof(int)", "new C<int>()"));

        Assert.Equal("{\"x\":\"c\"}\n"u8.ToArray(), await app.GetAsync("/a"));
    }

    private const string Factory = "public class Item { [JsonConverter(typeof(F))] public int X { get; set; } }";

    private const string Attribute = "public class Item { [A] public string? X { get; set; } }";

    private static string Source(string types, string canConvert, string converter) =>
        $$"""
        using System.Text.Json;
        using System.Text.Json.Serialization;
        {{Converter}}
        public class F : JsonConverterFactory { public override bool CanConvert(Type t) => {{canConvert}}; public override JsonConverter? CreateConverter(Type t, JsonSerializerOptions o) => {{converter}}; }
        public class A : JsonConverterAttribute { public override JsonConverter? CreateConverter(Type t) => {{converter}}; }
        {{types}}
        [Endpoint("/a")]
        public partial class E { public NDJSONStreamingResponse<Item> Get() => new(System.Linq.AsyncEnumerable.ToAsyncEnumerable(new Item[] { new{{(types.Contains("record", StringComparison.Ordinal) ? "(null)" : "()")}} })); }
        """;
}
