using System.Text.Json.Serialization;
using Jero;

namespace Corpus;

public class Grandparent
{
    public string B { get; set; } = "b";
    public virtual int Virtual { get; set; } = 1;
    public int Hidden { get; set; } = 2;
    public int HiddenByIgnored { get; set; } = 3;
    [JsonPropertyName("renamed")]
    public virtual string Renamed { get; set; } = "r";
}

public abstract class Parent : Grandparent
{
    public string M { get; set; } = "m";
    public override int Virtual { get; set; } = 10;
    public abstract string Abstract { get; }
    [JsonIgnore]
    public virtual string Quiet { get; set; } = "quiet";
}

public class Child : Parent
{
    public string D { get; set; } = "d";
    public override int Virtual { get; set; } = 100;
    public new string Hidden { get; set; } = "hidden";
    [JsonIgnore]
    public new int HiddenByIgnored { get; set; } = 30;
    public override string Abstract => "abstract";
    public override string Quiet { get; set; } = "loud";
    public override string Renamed { get; set; } = "again";
}

public interface INamed
{
    string Name { get; }
}

public interface IAged : INamed
{
    int Age { get; }
}

public sealed class Person : IAged
{
    public string Name { get; set; } = "";
    public int Age { get; set; }
    public string NotInTheInterface { get; set; } = "x";
    int IAged.Age => Age + 1;
}

// System.Text.Json cannot read an interface.
public sealed record Interfaces(INamed? Named, IAged? Aged, List<IAged?> Many);

public sealed class Ordered
{
    public int A { get; set; } = 1;
    [JsonPropertyOrder(5)]
    public int B { get; set; } = 2;
    [JsonPropertyOrder(-5)]
    public int C { get; set; } = 3;
    public int D { get; set; } = 4;
    [JsonPropertyOrder(5)]
    public int E { get; set; } = 5;
    [JsonPropertyOrder(int.MinValue)]
    public int F { get; set; } = 6;
}

public sealed class Ungettable
{
    private int _written = 1;

    public int WriteOnly
    {
        set => _written = value;
    }

    public int PrivateGetter { private get; set; } = 2;
    public int PrivateSetter { get; private set; } = 3;
    public int GetOnly { get; } = 4;
    public int Computed => _written + PrivateGetter;
    public static int Static => 5;
    internal int Internal { get; set; } = 6;
    public int this[int index] => index;
}

public sealed class Outdated
{
    [Obsolete("Use Current.")]
    public int Former { get; set; } = 1;
    [Obsolete("Use Current.", error: false)]
    public Aged? Type { get; set; }
    public int Current { get; set; } = 2;
}

[Obsolete("Gone.")]
public sealed record Aged(int Years);

public sealed class Nothing;

public struct Mutable
{
    public int X { get; set; }
    public string? Text { get; set; }
    public Mutable2? Inner { get; set; }
}

public readonly struct Mutable2(int y)
{
    public int Y { get; } = y;
    public int Z { get; init; } = 1;
}

[Endpoint("/corpus/members/inheritance")]
public sealed partial class ChildCase : CorpusCase<Child>
{
    protected override IEnumerable<Child> Values => [new(), new() { B = "x", M = "y", D = "z", Hidden = "h", Renamed = "n", Quiet = "q", Virtual = 7 }];

    public NDJSONStreamingResponse<Child> Get() => Stream();
}

[Endpoint("/corpus/members/base-holds-derived")]
public sealed partial class GrandparentCase : CorpusCase<Grandparent>
{
    // Without [JsonPolymorphic] only the static type counts.
    protected override IEnumerable<Grandparent> Values => [new(), new Child()];

    public NDJSONStreamingResponse<Grandparent> Get() => Stream();
}

[Endpoint("/corpus/members/interfaces")]
public sealed partial class InterfacesCase : CorpusCase<Interfaces>
{
    protected override IEnumerable<Interfaces> Values =>
        [new(null, null, []), new(new Person { Name = "a" }, new Person { Name = "b", Age = 1 }, [new Person(), null])];

    public NDJSONStreamingResponse<Interfaces> Get() => Stream();
}

[Endpoint("/corpus/members/order")]
public sealed partial class OrderedCase : CorpusCase<Ordered>
{
    protected override IEnumerable<Ordered> Values => [new()];

    public NDJSONStreamingResponse<Ordered> Get() => Stream();
}

[Endpoint("/corpus/members/accessors")]
public sealed partial class UngettableCase : CorpusCase<Ungettable>
{
    protected override IEnumerable<Ungettable> Values => [new() { WriteOnly = 9, PrivateGetter = 8 }];

    public NDJSONStreamingResponse<Ungettable> Get() => Stream();
}

[Endpoint("/corpus/members/obsolete")]
public sealed partial class OutdatedCase : CorpusCase<Outdated>
{
#pragma warning disable CS0618 // That is what is tested.
    protected override IEnumerable<Outdated> Values => [new(), new() { Former = 3, Type = new(4) }];
#pragma warning restore CS0618

    public NDJSONStreamingResponse<Outdated> Get() => Stream();
}

[Endpoint("/corpus/members/none")]
public sealed partial class NothingCase : CorpusCase<Nothing?>
{
    protected override IEnumerable<Nothing?> Values => [new(), null];

    public NDJSONStreamingResponse<Nothing?> Get() => Stream();
}

[Endpoint("/corpus/members/structs")]
public sealed partial class MutableCase : CorpusCase<Mutable?>
{
    protected override IEnumerable<Mutable?> Values =>
        [null, default(Mutable), new Mutable { X = 1, Text = "t", Inner = new Mutable2(5) { Z = 6 } }, new Mutable { Inner = default(Mutable2) }];

    public NDJSONStreamingResponse<Mutable?> Get() => Stream();
}
