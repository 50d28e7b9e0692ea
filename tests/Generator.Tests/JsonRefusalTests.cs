using Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Generator.Tests;

/// <summary>What System.Text.Json refuses when a type is first used is refused at compile time.</summary>
public sealed class JsonRefusalTests
{
    private const string Converter =
        "public class C<T> : JsonConverter<T> { public override T Read(ref Utf8JsonReader r, Type t, JsonSerializerOptions o) => default!; "
        + "public override void Write(Utf8JsonWriter w, T v, JsonSerializerOptions o) { } }";

    public static TheoryData<string, string, string> Refused => new()
    {
        { "JERO037", "'Type' of 'Item'", Event("type", "public abstract string Type { get; }", "public override string Type => \"v\";") },
        { "JERO037", "'Type' of 'V'", Event("type", "", "public int Type { get; set; }") },
        { "JERO037", "'Kind' of 'V'", Event("$type", "", "[JsonPropertyName(\"$type\")] public int Kind { get; set; }") },
        { "JERO037", "for references", Event("$id", "", "") },
        { "JERO038", "white space", "public enum E { [JsonStringEnumMemberName(\" a\")] A } public record Item(E E);" },
        { "JERO038", "empty", "public enum E { [JsonStringEnumMemberName(\"\")] A } public record Item(E E);" },
        { "JERO038", "comma", "[Flags] public enum E { [JsonStringEnumMemberName(\"a,b\")] A = 1 } public record Item(E E);" },
        { "JERO049", "can be null", "public record Box<T>([property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] T? Value); public record Item(Box<int> Box);" },
        { "JERO049", "can be null", "public class Item { [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), JsonInclude] public DateTime Field; }" },
        { "JERO049", "for numbers", "public class Item { [JsonNumberHandling(JsonNumberHandling.WriteAsString)] public string? Text { get; set; } }" },
        { "JERO049", "for numbers", "public class Item { [JsonNumberHandling(JsonNumberHandling.WriteAsString)] public List<List<int>>? Nested { get; set; } }" },
        { "JERO006", "open generic", $"[JsonConverter(typeof(C<>))] public class Item; {Converter}" },
        { "JERO006", "is abstract", $"[JsonConverter(typeof(W))] public class Item; public abstract class W : C<Item>; {Converter}" },
        { "JERO006", "no public constructor", $"[JsonConverter(typeof(W))] public class Item; public class W(int x) : C<Item> {{ public int X => x; }} {Converter}" },
        { "JERO006", "is neither a JsonConverter<T>", "[JsonConverter(typeof(string))] public class Item;" },
        { "JERO006", "not 'int'", $"public class Item {{ [JsonConverter(typeof(C<string>))] public int Number {{ get; set; }} }} {Converter}" },
        { "JERO049", "more than one constructor", "public class Item { [JsonConstructor] public Item() { } [JsonConstructor] private Item(int a) { } }" },
        { "JERO049", "cannot fill 'Dictionary<string, int>?'", "public class Item { [JsonExtensionData] public Dictionary<string, int>? X { get; set; } }" },
        { "JERO049", "cannot fill 'int'", "public class Item { [JsonExtensionData, JsonIgnore] public int X { get; set; } }" },
        { "JERO049", "only one member can take", "public class B { [JsonExtensionData] public Dictionary<string, object>? X { get; set; } } public class Item : B { [JsonExtensionData, JsonIgnore] public JsonObject? Y { get; set; } }" },
        { "JERO049", "cannot be a parameter", "public record Item(int A, [property: JsonExtensionData] Dictionary<string, object>? X);" },
        { "JERO049", "cannot be required", "public class Item { [JsonExtensionData] public required Dictionary<string, object> X { get; set; } }" },
        { "JERO049", "would take", "[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)] public class Item { [JsonExtensionData, JsonIgnore] public JsonObject? X { get; set; } }" },
        { "JERO049", "left out with [JsonIgnore]", "public class Item { [JsonIgnore] public required int X { get; set; } }" },
        { "JERO049", "cannot be read from JSON", "public class Item { [JsonRequired] public int X { get; private set; } }" },
        { "JERO049", "cannot be read from JSON", "public class Item { [JsonIgnore(Condition = JsonIgnoreCondition.WhenReading)] public required int X { get; set; } }" },
        { "JERO049", "cannot be read from JSON", "public class Item(int x = 1) { [JsonRequired] public int X => x; }" },
        { "JERO049", "has null", "public class Item { [JsonPropertyName(null!)] public int X { get; set; } }" },
        { "JERO049", "has 64", "[JsonNumberHandling((JsonNumberHandling)64)] public class Item { public int X { get; set; } }" },
        { "JERO049", "has 7", "public class Item { [JsonObjectCreationHandling((JsonObjectCreationHandling)7)] public List<int> X { get; } = []; }" },
        { "JERO049", "has 7", "[JsonUnmappedMemberHandling((JsonUnmappedMemberHandling)7)] public class Item { public int X { get; set; } }" },
        { "JERO049", "for numbers", "public class Item { [JsonNumberHandling(JsonNumberHandling.WriteAsString)] public JsonElement X { get; set; } }" },
        { "JERO049", "for numbers", "public class Item { [JsonNumberHandling(JsonNumberHandling.WriteAsString)] public byte[]? X { get; set; } }" },
        { "JERO049", "cannot be added to", "[JsonDerivedType(typeof(D), \"d\")] public class P; public class D : P; public class Item { [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)] public P X { get; } = new(); }" },
        { "JERO013", "would both be", "public class Item { public int Ab { get; set; } public int aB { get; set; } }" },
        { "JERO013", "'X' and 'X'", "public interface I { int X { get; } } public interface J { int X { get; } } public interface K : I, J; public record Item(K K);" },
        { "JERO033", "base type is sealed", "[JsonDerivedType(typeof(Item), \"i\")] public sealed class Item;" },
        { "JERO006", "names null", "public class Item { [JsonConverter(null!)] public string? X { get; set; } }" },
        { "JERO006", "more than one converter", $"public class A1 : JsonConverterAttribute {{ public override JsonConverter? CreateConverter(Type t) => null; }} public class Item {{ [A1, JsonConverter(typeof(C<string>))] public string? X {{ get; set; }} }} {Converter}" },
        { "JERO006", "override CreateConverter", "public class A1(Type t) : JsonConverterAttribute(t); public class Item { [A1(typeof(int))] public string? X { get; set; } }" },
        { "JERO006", "no public constructor", $"public class Item {{ [JsonConverter(typeof(W))] public Item? X {{ get; set; }} }} public class W : C<Item> {{ internal W() {{ }} }} {Converter}" },
        { "JERO006", "converts enums, not 'string?'", "public class Item { [JsonConverter(typeof(JsonStringEnumConverter))] public string? X { get; set; } }" },
        { "JERO006", "converts 'DayOfWeek'", "public class Item { [JsonConverter(typeof(JsonStringEnumConverter<DayOfWeek>))] public DateTimeKind X { get; set; } }" },
        { "JERO006", "writes no keys", $"[JsonConverter(typeof(C<K>))] public record K(string V); public record Item(Dictionary<K, int> Map); {Converter}" },
        { "JERO006", "writes no keys", $"[JsonConverter(typeof(C<K>))] public enum K {{ A }} public record Item(Dictionary<K, int> Map); {Converter}" },
        { "JERO049", "a converter writes it", $"[JsonConverter(typeof(C<Item>)), JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)] public class Item; {Converter}" },
        { "JERO049", "a converter writes it", $"[JsonConverter(typeof(C<Item>)), JsonDerivedType(typeof(D), \"d\")] public class Item; public class D : Item; {Converter}" },
        { "JERO049", "a converter writes it", $"[JsonConverter(typeof(C<Item>)), JsonNumberHandling(JsonNumberHandling.WriteAsString)] public class Item; {Converter}" },
        { "JERO049", "as an array", "[JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)] public class Item : List<int>;" },
        { "JERO049", "entry by entry", "[JsonDerivedType(typeof(D), \"d\")] public class Item : Dictionary<string, int>; public class D : Item;" },
        { "JERO049", "is on 'Item.X.field'", "public class Item { [field: JsonInclude] public int X { get; set; } }" },
        { "JERO049", "is on 'Item.I.X'", "public interface I { int X { get; } } public class Item : I { [JsonInclude] int I.X => 1; }" },
        { "JERO038", "empty", "public enum E { [JsonStringEnumMemberName(null!)] A } public record Item(E E);" },
        { "JERO006", "use object", "public record Item(List<dynamic> X);" },
        { "JERO033", "names 'null'", "[JsonDerivedType(null!, \"d\")] public class Item;" },
        { "JERO033", "names 'int[]'", "[JsonDerivedType(typeof(int[]), \"d\")] public class Item;" },
        { "JERO006", "'int[]' is neither a JsonConverter<T>", "public class Item { [JsonConverter(typeof(int[]))] public int X { get; set; } }" },
        { "JERO006", "returns a reference", "public class Item { private int _x; public ref int X => ref _x; }" },
    };

    public static TheoryData<string> Accepted =>
    [
        Event("type", "[JsonIgnore] public string Type => \"v\";", ""),
        Event("type", "", "public int Typed { get; set; }"),
        "public enum E { [JsonStringEnumMemberName(\"a,b\")] A } public record Item(E E);",
        "public record Item([property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Value, [property: JsonNumberHandling(JsonNumberHandling.WriteAsString)] List<int?> Numbers);",
        "public class Item { [JsonNumberHandling(JsonNumberHandling.WriteAsString)] public Dictionary<string, long>? Map { get; set; } }",
        $"public class Item {{ [JsonConverter(typeof(C<int>))] public int? Number {{ get; set; }} }} {Converter}",
        "public class Item { [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public Item() { } [JsonIgnore] public required int X { get; set; } }",
        "public class Item { [JsonNumberHandling(JsonNumberHandling.Strict)] public bool X { get; set; } [JsonNumberHandling(JsonNumberHandling.WriteAsString)] public object? Y { get; set; } }",
        "public class Item { [JsonIgnore] public int Ab { get; set; } public int aB { get; set; } }",
    ];

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_type_that_cannot_be_used_is_refused(string id, string message, string types)
    {
        var diagnostic = Assert.Single(Run(types));

        Assert.Equal(id, diagnostic.Id);
        Assert.Contains(message, diagnostic.GetMessage(null), StringComparison.Ordinal);
        Assert.True(diagnostic.Location.IsInSource);
    }

    [Theory]
    [MemberData(nameof(Accepted))]
    public void Its_neighbour_that_can_be_used_is_not(string types) => Assert.Empty(Run(types));

    private static string Event(string discriminator, string baseMembers, string members) =>
        $$"""
        [JsonPolymorphic(TypeDiscriminatorPropertyName = "{{discriminator}}"), JsonDerivedType(typeof(V), "v")] public abstract class Item { {{baseMembers}} }
        public sealed class V : Item { {{members}} }
        """;

    private static IReadOnlyList<Diagnostic> Run(string types) => [.. GeneratorTest.Diagnose(
        "using System.Text.Json; using System.Text.Json.Nodes; using System.Text.Json.Serialization;\n" + types
        + "\n[Endpoint(\"/a\")] public partial class A { public NDJSONStreamingResponse<Item> Get() => null!; }")];
}
