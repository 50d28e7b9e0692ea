using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Requests.Tests.Reading;

/// <summary>Every kind of collection; what may hold null says so.</summary>
public sealed class Collections
{
    public string[]? Array { get; set; }

    public List<Line>? List { get; set; }

    public IReadOnlyList<string>? ReadOnlyList { get; set; }

    public IEnumerable<string>? Sequence { get; set; }

    public ICollection<string>? Interface { get; set; }

    public Collection<string>? Collection { get; set; }

    public HashSet<string>? Set { get; set; }

    public Stack<string>? Stack { get; set; }

    public Queue<string>? Queue { get; set; }

    public ConcurrentQueue<string>? ConcurrentQueue { get; set; }

    public ImmutableArray<string> ImmutableArray { get; set; } = [];

    public ImmutableArray<string>? MaybeImmutable { get; set; }

    public ImmutableList<Line>? ImmutableList { get; set; }

    public Dictionary<string, Line>? Dictionary { get; set; }

    public IReadOnlyDictionary<int, string>? ByNumber { get; set; }

    public ImmutableDictionary<string, string>? ImmutableDictionary { get; set; }

    public SortedDictionary<string, string[]>? Sorted { get; set; }

    public List<List<string>>? Nested { get; set; }

    public Dictionary<string, List<Line>>? Lists { get; set; }

    public List<string?>? Nulls { get; set; }

    public Dictionary<string, List<string?>>? ListsOfNulls { get; set; }

    public string?[][]? ArraysOfNulls { get; set; }

    public List<int?>? Numbers { get; set; }
}

/// <summary>Every kind of member; what takes null says so.</summary>
public sealed class Members
{
    [AllowNull]
    public string Allowed { get; set => field = value ?? "default"; } = "default";

    [DisallowNull]
    public string? Disallowed { get; set; }

    [MaybeNull]
    public string Maybe { get; set; } = "";

    public required string Required { get; init; }

    public required string? RequiredOrNull { get; init; }

    public string Initialized { get; init; } = "";

    public string? Nullable { get; set; }

    public object Any { get; set; } = 1;

    public JsonNode Node { get; set; } = 1;

    public JsonElement Element { get; set; }

    public Uri Link { get; set; } = new("a", UriKind.Relative);

    public byte[] Bytes { get; set; } = [];

    public Unit Unit { get; set; } = new("m");

    [JsonInclude]
    internal string Hidden { get; set; } = "";
}

/// <summary>Read by a converter, which null does not reach.</summary>
[JsonConverter(typeof(UnitConverter))]
public sealed record Unit(string Name);

public sealed class UnitConverter : JsonConverter<Unit>
{
    public override Unit Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, Unit value, JsonSerializerOptions options) => writer.WriteStringValue(value.Name);
}

public record Named(string Name);

public sealed record Person(string Name, int? Age, string Note = "none", string? Title = null, Kind Kind = Kind.High) : Named(Name)
{
    public string Job { get; set; } = "";

    public required List<string> Pets { get; init; } = [];
}

public sealed record Page<T>(T Item, List<T> Items, T? Maybe);

public sealed record Crate<T>(T Item);

public sealed record Tree(string Name, List<Tree> Children);

public sealed record Pairs(List<KeyValuePair<string, string>> All);

[JsonDerivedType(typeof(Cat), "cat")]
public abstract record Animal(string Name);

public sealed record Cat(string Name, List<string> Toys) : Animal(Name);

#nullable disable
public sealed record Oblivious(string Name, List<string> Tags);
#nullable restore

/// <summary>What generated code reads itself, in a list that is a whole body.</summary>
public sealed record Spot(int X, int Y);
