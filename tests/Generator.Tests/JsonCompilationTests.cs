using Generator.Tests.Harness;

namespace Generator.Tests;

/// <summary>JSON types that generated code must compile beside, without a warning.</summary>
public sealed class JsonCompilationTests
{
    [Theory]
    [InlineData("generic types, and nested ones in them", """
        namespace Shop;
        public sealed record Page<T>(List<T> Items, T? First, Page<T>? Next);
        public class Outer<T> { public sealed record Inner<TOther>(T Value, TOther? Other); public struct Slot { public T? Value { get; set; } } }
        public sealed record Root(Page<string> A, Page<string?> B, Page<int?> C, Outer<int>.Inner<string> D, Outer<string>.Slot E, Outer<string>.Slot? F, Page<Page<Guid>> G);
        [Endpoint("/json")]
        public sealed partial class Generic { public NDJSONStreamingResponse<Root> Get() => null!; public JSONResponse<Page<Root>> Post() => null!; }
        """)]
    [InlineData("members that only accessors reach", """
        using System.Text.Json.Serialization;
        namespace Shop;
        public class Base { [JsonInclude] private protected string? A { get; init; } [JsonInclude] internal readonly int _b = 1; [JsonInclude] private List<string?>? @class { get; set; } }
        public class Derived : Base { [JsonInclude] private string? A2 { get; set; } [JsonInclude] protected internal int C { get; private set; } public int B => _b; }
        public struct Value { [JsonInclude] private int _x; [JsonInclude] internal string? Text { get; private init; } public void Set(int x) => _x = x; public int X() => _x; }
        public class Generic<T> { [JsonInclude] internal T? Hidden { get; private set; } [JsonInclude] private int _count; public void Count() => _count++; }
        [Endpoint("/json")]
        public sealed partial class Private { public NDJSONStreamingResponse<Derived> Get() => null!; public JSONResponse<Value?> Post() => null!; public JSONResponse<Generic<string>> Put() => null!; }
        """)]
    [InlineData("converters on types, members and enums, internal and nested", """
        using System.Text.Json;
        using System.Text.Json.Serialization;
        namespace Shop;
        [JsonConverter(typeof(JsonStringEnumConverter<Side>))] internal enum Side { [JsonStringEnumMemberName("l\"\\")] Left, @class }
        internal class MoneyConverter : JsonConverter<Money>
        {
            public override Money? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => null;
            public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteNullValue();
        }
        internal class IntConverter : JsonConverter<int>
        {
            public override int Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => 0;
            public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
        }
        [JsonConverter(typeof(MoneyConverter))] internal sealed class Money;
        internal sealed class Item
        {
            public Money? Maybe { get; set; }
            public Money Sure { get; set; } = new();
            public List<Money?> Many { get; set; } = [];
            public Dictionary<Side, Money?>? Map { get; set; }
            [JsonConverter(typeof(MoneyConverter))] public Money? Here { get; set; }
            [JsonConverter(typeof(IntConverter))] public int Number { get; set; }
            [JsonConverter(typeof(IntConverter))] public int? MaybeNumber { get; set; }
            [JsonConverter(typeof(JsonStringEnumConverter<DayOfWeek>))] public DayOfWeek? Day { get; set; }
            public Side? Side { get; set; }
        }
        [Endpoint("/json")]
        internal sealed partial class Converted { public NDJSONStreamingResponse<Item> Get() => null!; public JSONResponse<Money?> Post() => null!; }
        """)]
    [InlineData("keywords and non-ASCII identifiers, in names of every kind", """
        using System.Text.Json.Serialization;
        namespace Shop.@namespace.Größe;
        public enum @enum { @default, Ü }
        public class @base<@in> { public @in? @out { get; set; } public int @ref; }
        public sealed class @class : @base<@enum> { [JsonPropertyName("\u2028\"{x}\\")] public required string @string { get; init; } public @struct? 日本 { get; init; } [JsonInclude] private int @private { get; set; } }
        public record struct @struct(int @this, @enum? @null = @enum.Ü, string @true = "\"");
        [JsonDerivedType(typeof(@sealed), "\"é\n")] public abstract class @abstract;
        public sealed class @sealed : @abstract { public Dictionary<@enum, @class?>? @params { get; set; } }
        [Endpoint("/json")]
        public sealed partial class @event { public NDJSONStreamingResponse<@abstract> Get() => null!; public JSONResponse<@class> Post() => null!; }
        """)]
    [InlineData("members named like what generated code uses", """
        namespace Shop;
        public sealed class Item
        {
            public int buffer { get; set; } public int value { get; init; } public int options { get; set; } public int item { get; set; } public int key { get; set; }
            public int Write { get; set; } public int CreateTypeInfo { get; init; } public int Schema { get; set; } public int target { get; init; } public int arguments { get; set; }
            public int separator { get; set; } public int isFirst { get; set; } public int first { get; set; } public int Json { get; set; } public int Metadata { get; init; }
            public int Jero { get; set; } public int System { get; init; } public int global { get; set; } public int Default { get; set; } public int Instance { get; set; }
        }
        public sealed record BatchBuffer(int buffer, List<JsonFormat> JsonFormat, Dictionary<string, BatchBuffer?>? Json);
        public sealed record JsonFormat(BatchBuffer? value, IJsonWriter[] options);
        public record struct IJsonWriter(int value, int buffer = 3);
        [Endpoint("/json")]
        public sealed partial class Named { public NDJSONStreamingResponse<Item> Get() => null!; public JSONResponse<BatchBuffer> Post() => null!; }
        """)]
    [InlineData("types of the global namespace", """
        using System.Text.Json.Serialization;
        [JsonDerivedType(typeof(Circle), 1)] public class Shape { public Page<Shape?>? Shapes { get; set; } }
        public sealed class Circle : Shape { [JsonInclude] private int _x = 1; public int Y => _x; }
        public sealed record Page<T>(T? One, Dictionary<Guid, T> Many);
        public enum Json { Text = -1 }
        public sealed record Text(Json Json, Json? Maybe, object? Anything);
        [Endpoint("/json")] public sealed partial class Global { public NDJSONStreamingResponse<Shape> Get() => null!; public JSONResponse<Text> Post() => null!; }
        """)]
    [InlineData("namespaces and types that shadow System and Jero", """
        using Serialization = global::System.Text.Json.Serialization;
        namespace Shop.System { public sealed class Text; public sealed class Collections; }
        namespace Shop.Jero { public sealed class Generated; }
        namespace Shop
        {
            public sealed class List;
            public enum Json { A }
            public sealed record Dictionary(global::System.Collections.Generic.Dictionary<string, List?> Map, Json? Json, object? Object);
            [Serialization::JsonDerivedType(typeof(String), "s")] public class Object { [Serialization::JsonExtensionData] public global::System.Collections.Generic.Dictionary<string, object?>? Extra { get; set; } }
            public sealed class String : Object { [Serialization::JsonInclude] internal Dictionary? Nullable { get; private set; } }
            [global::Jero.Endpoint("/json")]
            public sealed partial class Shadow { public global::Jero.NDJSONStreamingResponse<Object> Get() => null!; }
        }
        """)]
    [InlineData("obsolete types and members, and options that read them", """
        using System.Text.Json.Serialization;
        [assembly: JeroJsonOptions(IncludeFields = true, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
        namespace Shop;
        #pragma warning disable CS0612, CS0618
        [Obsolete("Gone.")] public enum Old { [Obsolete] A, B }
        [Obsolete] public sealed class Former { [Obsolete] public int Field; [Obsolete("x")] public Old? Old { get; init; } [Obsolete] public required Old Needed { get; set; } }
        public sealed record Item([property: Obsolete] Former? Former, List<Old> Olds);
        #pragma warning restore CS0612, CS0618
        [Endpoint("/json")] public sealed partial class Obsolete { public NDJSONStreamingResponse<Item> Get() => null!; }
        """)]
    [InlineData("documents, extras, number rules and conditions", """
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Text.Json.Serialization;
        namespace Shop;
        public struct Sample { public int X { get; set; } }
        [JsonNumberHandling(JsonNumberHandling.WriteAsString)]
        public sealed class Item
        {
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public Sample Sample { get; set; }
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public Sample? Maybe { get; set; }
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public JsonNode? Node { get; set; }
            [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)] public List<double?>? Numbers { get; set; }
            public JsonElement Element { get; set; }
            public JsonDocument? Document { get; set; }
            public Memory<byte>? Bytes { get; set; }
            public object? Anything { get; set; }
            [JsonExtensionData] public JsonObject? Extra { get; set; }
        }
        [Endpoint("/json")] public sealed partial class Documents { public NDJSONStreamingResponse<Item> Get() => null!; public JSONResponse<JsonObject> Post() => null!; }
        """)]
    public void Compile_without_a_warning(string what, string source)
    {
        Assert.NotEmpty(what);
        GeneratorTest.Run(source);
    }
}
