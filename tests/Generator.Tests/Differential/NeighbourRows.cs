namespace Generator.Tests.Differential;

/// <summary>Types that one attribute or modifier sets apart.</summary>
internal static class NeighbourRows
{
    public static IReadOnlyList<Row> All { get; } =
    [
        new("a private constructor", "public class Item { [JsonConstructor] private Item(int a) => A = a; public static Item New() => new(4); public int A { get; } }", "Item.New()", """{"a":2}"""),
        new("a private constructor that takes nothing", "public class Item { [JsonConstructor] private Item() => B = 2; public Item(int a) => A = a; public int A { get; set; } public int B { get; set; } }", "new(3)", """{"a":2}"""),
        new("an internal constructor of a generic struct", "public struct Pair<T> where T : class { [JsonConstructor] internal Pair(T? first, T? second) => (First, Second) = (first, second); public T? First { get; } public T? Second { get; } public static Pair<T> New(T first) => new(first, null); } public class Item { public Pair<string> Pair { get; set; } = Pair<string>.New(\"a\"); }", "new()", """{"pair":{"second":"z"}}"""),
        new("a private constructor of a nested generic, with a required member", "public class Outer<T> { public class Inner { [JsonConstructor] private Inner(List<T> many) => Many = many; public List<T> Many { get; } public required T One { get; init; } public static Inner New(T one) => new([one]) { One = one }; } }", "Outer<int>.Inner.New(3)", """{"many":[1,2],"one":4}""") { Type = "Outer<int>.Inner" },
        new("a required parameter with a default", "public record Item(int A, [property: JsonRequired] int X = 3);", "new(1)", """{"a":1,"x":2}""", """{"a":1}"""),
        new("numbers of an object", "public class Item { [JsonNumberHandling(JsonNumberHandling.WriteAsString)] public object? X { get; set; } = 3; [JsonNumberHandling(JsonNumberHandling.WriteAsString)] public List<object> Y { get; set; } = [1]; }", "new()"),
        new("a list with number handling", "[JsonNumberHandling(JsonNumberHandling.WriteAsString)] public class Numbers : List<int>; public class Item { public Numbers X { get; set; } = [1]; }", "new()", """{"x":["1"]}""", """{"x":[1]}"""),
        new("a dictionary with number handling", "[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)] public class Numbers : Dictionary<string, double>;", "new() { [\"a\"] = double.NaN }", """{"a":"Infinity"}""", """{"a":"1"}""") { Type = "Numbers" },
        new("an ignored member of a type that refuses what is not mapped", "[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)] public class Item { public int A { get; set; } [JsonIgnore] public int B { get; set; } }", "new()", """{"a":1,"b":2}""", """{"c":1}"""),
        new("an ignored member beside extension data", "public class Item { [JsonIgnore] public int B { get; set; } [JsonExtensionData] public Dictionary<string, object>? More { get; set; } }", "new()", """{"a":1,"b":2}"""),
        new("what is added to in a polymorphic type", "[JsonDerivedType(typeof(D), \"d\")] public class Item { [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)] public List<int> L { get; } = [1]; } public class D : Item;", "new D()", """{"l":[2]}"""),
        new("what is added to in a nullable struct", "public struct P { public List<int> L { get; set; } } public class Item { [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)] public P? X { get; set; } = new P { L = [1] }; }", "new()", """{"x":{"l":[2]}}"""),
        new("an ignored member that hides one of another type", "public class B { public virtual int X { get; set; } = 1; } public class Item : B { [JsonIgnore] public new virtual string X { get; set; } = \"\"; }", "new()", """{"x":1}"""),
    ];

    /// <param name="What">What it is about.</param>
    /// <param name="Types">The declarations.</param>
    /// <param name="Value">The expression of a value.</param>
    /// <param name="Bodies">JSON that is read, beside the value's own.</param>
    public sealed record Row(string What, string Types, string Value, params string[] Bodies)
    {
        public string Type { get; init; } = "Item";
    }
}
