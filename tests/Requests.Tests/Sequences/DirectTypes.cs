using System.Text.Json.Serialization;
using Jero;

namespace Requests.Tests.Sequences;

public enum Colour
{
    Red,
    Green = 7,
}

[JsonConverter(typeof(JsonStringEnumConverter<Shade>))]
public enum Shade
{
    Light,

    [JsonStringEnumMemberName("very dark")]
    Dark,
}

public sealed record Inner(int Id, string? Name = "none");

/// <summary>Every kind of member that generated code reads itself, by a constructor.</summary>
public sealed record Everything(
    string Text, string? Maybe, bool Flag, sbyte I8, byte U8, short I16, ushort U16, int I32, uint U32, long I64, ulong U64,
    float F32, double F64, decimal Money, Guid Key, DateTime At, DateTimeOffset Since,
    DateOnly Day, TimeOnly Time, TimeSpan Span, DateOnly? Due, int? Count, DateTime? Until, Colour Colour, Shade? Shade,
    Inner Inner, Inner? Other, List<int> Numbers, string[] Names, IReadOnlyList<Inner?>? Inners, List<string?> Holes, [property: JsonPropertyName("größe")] int Size = 3)
{
    public string Title => Text;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenReading)]
    public int Total { get; set; }
}

/// <summary>The same by properties.</summary>
public class Settable
{
    public required int Id { get; init; }

    public string Name { get; set; } = "unnamed";

    public List<Inner> Inners { get; init; } = [new Inner(1)];

    public int? Count { get; internal set; } = 5;

    [JsonRequired]
    public bool Flag { get; set; }

    protected internal string Hidden { get; init; } = "hidden";
}

public sealed class Derived : Settable
{
    public Point Point { get; set; }

    public new string? Name { get; set; } = "derived";
}

public struct Point
{
    public int X { get; set; }

    public int Y { get; init; }
}

/// <summary>A constructor that refuses some arguments, and properties beside it.</summary>
public sealed class Refusing
{
    public Refusing(int age, string name = "nobody")
    {
        ArgumentOutOfRangeException.ThrowIfNegative(age);
        (Age, Name) = (age, name);
    }

    public int Age { get; }

    public string Name { get; }

    public string? Note { get; set; } = "no note";
}

[Endpoint("/direct", MapManually = true)]
public sealed partial class DirectEndpoint
{
    /// <summary>Reads everything.</summary>
    /// <param name="items">The items.</param>
    public NDJSONStreamingResponse<Everything> Post(IAsyncEnumerable<Everything> items) => new(items);

    /// <summary>Reads what is set.</summary>
    /// <param name="items">The items.</param>
    public NDJSONStreamingResponse<Derived?> Put(IAsyncEnumerable<Derived?> items) => new(items);

    /// <summary>Reads what may be refused.</summary>
    /// <param name="items">The items.</param>
    public NDJSONStreamingResponse<Refusing> Patch(IAsyncEnumerable<Refusing> items) => new(items);

    /// <summary>Reads structs.</summary>
    /// <param name="items">The items.</param>
    public NDJSONStreamingResponse<Point> Query(IAsyncEnumerable<Point> items) => new(items);
}
