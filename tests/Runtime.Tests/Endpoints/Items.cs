using System.Text.Json.Serialization;

namespace Runtime.Tests.Endpoints;

public enum Level : byte
{
    Low = 1,
    High = 200,
}

/// <summary>Every type that the generator knows, in one.</summary>
public sealed record Everything
{
    public required string Text { get; init; }
    public string? Nothing { get; set; }
    public bool Flag { get; set; }
    public sbyte SByte { get; set; }
    public byte Byte { get; set; }
    public short Int16 { get; set; }
    public ushort UInt16 { get; set; }
    public int Int32 { get; set; }
    public uint UInt32 { get; set; }
    public long Int64 { get; set; }
    public ulong UInt64 { get; set; }
    public double Double { get; set; }
    public decimal Decimal { get; set; }
    public Level Level { get; set; }
    public Guid Guid { get; init; }
    public DateTime DateTime { get; set; }
    public DateTimeOffset DateTimeOffset { get; set; }
    public DateOnly DateOnly { get; set; }
    public bool? NoFlag { get; set; }
    public int? SomeInt32 { get; set; }
    public Level? SomeLevel { get; set; }
    public Level? NoLevel { get; set; }
    public DateOnly? NoDate { get; set; }
    public int[]? Numbers { get; set; }
    public List<string?>? Texts { get; set; }
    public IReadOnlyList<Level?>? Levels { get; set; }
    public IEnumerable<Point>? Points { get; set; }
    public ICollection<Point?>? SomePoints { get; set; }
    public IList<List<int>>? Nested { get; set; }
    public Node? Tree { get; set; }
    public Cat? Cat { get; set; }

    [JsonPropertyName("näme \"quoted\"")]
    public string Renamed { get; set; } = "";

    [JsonIgnore]
    public string Hidden { get; set; } = "hidden";

    [JsonPropertyOrder(-1)]
    public int First { get; set; }
}

public record struct Point(int X, double Y)
{
    public int Sum { get; init; }
}

public sealed record Node(string Name, List<Node> Children);

public class Animal
{
    public string Name { get; init; } = "unnamed";
    public virtual int Legs => 4;
    public int Age { get; set; } = 3;
}

public sealed class Cat : Animal
{
    public override int Legs => 3;
    public new string Age { get; set; } = "old";
    public required int Lives { get; init; }
}

internal static class Samples
{
    public static readonly Everything Empty = new() { Text = "" };

    public static readonly Everything Full = new()
    {
        Text = "\"\\/\u0000\u001f\u2028é😀\ud800<>&'+",
        Nothing = "something",
        Flag = true,
        SByte = sbyte.MinValue,
        Byte = byte.MaxValue,
        Int16 = short.MinValue,
        UInt16 = ushort.MaxValue,
        Int32 = int.MinValue,
        UInt32 = uint.MaxValue,
        Int64 = long.MinValue,
        UInt64 = ulong.MaxValue,
        Double = -0.0,
        Decimal = 1.10m,
        Level = Level.High,
        Guid = new Guid("b9d8a1a2-0d5f-4a7e-8a52-0f0a4ac9a7b0"),
        DateTime = new DateTime(2026, 2, 3, 4, 5, 6, 7, DateTimeKind.Utc),
        DateTimeOffset = new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.FromHours(-3.5)),
        DateOnly = new DateOnly(2026, 2, 3),
        NoFlag = false,
        SomeInt32 = 7,
        SomeLevel = (Level)77,
        NoLevel = null,
        NoDate = DateOnly.MinValue,
        Numbers = [1, 2, 3],
        Texts = ["a", null, ""],
        Levels = [Level.Low, null],
        Points = [new Point(1, 2.5) { Sum = 3 }],
        SomePoints = [null, new Point(-1, 1e300)],
        Nested = [[], [1], [2, 3]],
        Tree = new Node("root", [new Node("leaf", []), new Node("branch", [new Node("leaf", [])])]),
        Cat = new Cat { Lives = 9, Name = "Tom" },
        Renamed = "renamed",
        First = 1,
    };
}
