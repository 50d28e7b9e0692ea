using System.Text.Json.Serialization;
using Jero;

namespace Corpus;

[JsonPolymorphic]
[JsonDerivedType(typeof(Circle), "circle")]
[JsonDerivedType(typeof(Square), "sq\"uäre")]
[JsonDerivedType(typeof(Group), "group")]
public abstract class Figure
{
    public string Name { get; set; } = "figure";
}

public class Circle : Figure
{
    public double Radius { get; set; } = 1;
}

public sealed class Square : Figure
{
    [JsonPropertyOrder(-1)]
    public double Side { get; set; } = 2;
}

public sealed class Group : Figure
{
    public List<Figure?> Figures { get; set; } = [];
}

// The attributes without [JsonPolymorphic] are enough.
[JsonDerivedType(typeof(Placed), 1)]
[JsonDerivedType(typeof(Shipped), 20)]
[JsonDerivedType(typeof(OrderMoved), 0)]
public record OrderMoved(int Id);

public sealed record Placed(int Id, decimal Total) : OrderMoved(Id);

public sealed record Shipped(int Id, string Carrier) : OrderMoved(Id);

[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind \"é\"")]
[JsonDerivedType(typeof(Dog), "dog")]
[JsonDerivedType(typeof(Untagged))]
public class Pet
{
    public string Name { get; set; } = "pet";
}

public sealed class Dog : Pet
{
    public bool Barks { get; set; } = true;
}

public sealed class Untagged : Pet
{
    public int Lives { get; set; } = 9;
}

[JsonPolymorphic(UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FallBackToBaseType)]
[JsonDerivedType(typeof(KnownNews), "known")]
public class News
{
    public string Title { get; set; } = "news";
}

public sealed class KnownNews : News
{
    public int Page { get; set; } = 1;
}

public sealed class OtherNews : News
{
    public int Channel { get; set; } = 2;
}

[JsonDerivedType(typeof(Mail), "mail")]
[JsonDerivedType(typeof(Call), "call")]
public interface IContact
{
    string To { get; }
}

public sealed record Mail(string To, string Subject) : IContact;

public readonly record struct Call(string To, int Seconds) : IContact;

/// <summary>Bases as members, a derived type on its own, which has no tag, and a derived type with no members.</summary>
public sealed record Mixture(Figure? Figure, List<Figure?> Figures, Dictionary<string, OrderMoved> Moves, Circle Untagged, IContact? Contact, Pet?[] Pets);

[Endpoint("/corpus/polymorphism/strings")]
public sealed partial class FigureCase : CorpusCase<Figure?>
{
    protected override IEnumerable<Figure?> Values =>
        [new Circle(), new Square { Side = 3 }, null, new Group(), new Group { Figures = [null, new Circle(), new Group { Figures = [new Square()] }] }];

    public NDJSONStreamingResponse<Figure?> Get() => Stream();
}

[Endpoint("/corpus/polymorphism/integers")]
public sealed partial class OrderMovedCase : CorpusCase<OrderMoved>
{
    protected override IEnumerable<OrderMoved> Values => [new(1), new Placed(2, 1.10m), new Shipped(3, "c")];

    public NDJSONStreamingResponse<OrderMoved> Get() => Stream();
}

[Endpoint("/corpus/polymorphism/named")]
public sealed partial class PetCase : CorpusCase<Pet>
{
    protected override IEnumerable<Pet> Values => [new(), new Dog { Name = "Rex" }, new Untagged()];

    public NDJSONStreamingResponse<Pet> Get() => Stream();
}

[Endpoint("/corpus/polymorphism/fallback")]
public sealed partial class NewsCase : CorpusCase<News>
{
    protected override IEnumerable<News> Values => [new(), new KnownNews(), new OtherNews()];

    public NDJSONStreamingResponse<News> Get() => Stream();
}

[Endpoint("/corpus/polymorphism/interface")]
public sealed partial class ContactCase : CorpusCase<IContact>
{
    protected override IEnumerable<IContact> Values => [new Mail("a", "b"), new Call("c", 4)];

    public NDJSONStreamingResponse<IContact> Get() => Stream();
}

[Endpoint("/corpus/polymorphism/members")]
public sealed partial class MixtureCase : CorpusCase<Mixture>
{
    protected override IEnumerable<Mixture> Values =>
    [
        new(null, [], [], new(), null, []),
        new(new Circle(), [new Square(), null], new() { ["a"] = new Placed(1, 2), ["b"] = new(3) }, new() { Radius = 4 }, new Call("x", 1), [null, new(), new Dog()]),
    ];

    public NDJSONStreamingResponse<Mixture> Get() => Stream();
}
