using Jero;

namespace Corpus;

public sealed record Page<T>(List<T> Items, T? First, int? Next);

public record Pair<TLeft, TRight>(TLeft Left, TRight Right);

public sealed record Labelled<T>(string Label, T Left, List<T> Right) : Pair<T, List<T>>(Left, Right);

public class Outer<T>
{
    public sealed record Inner(T Value, Innermost<int>? More);

    public sealed record Innermost<TOther>(T Value, TOther Other);
}

public struct Slot<T>
    where T : struct
{
    public T? Value { get; set; }
    public T[]? Many { get; set; }
}

public sealed record GenericMembers(
    Page<Box> Boxes, Page<int> Numbers, Page<Page<string>> Nested, Pair<Box?, Dictionary<string, Box>> Pair, Slot<int> Slot, Slot<Plot>? MaybeSlot);

[Endpoint("/corpus/generics/page")]
public sealed partial class PageCase : CorpusCase<Page<Box>>
{
    protected override IEnumerable<Page<Box>> Values => [new([], null, null), new([new(1, "a")], new(2, null), 3)];

    public NDJSONStreamingResponse<Page<Box>> Get() => Stream();
}

[Endpoint("/corpus/generics/members")]
public sealed partial class GenericMembersCase : CorpusCase<GenericMembers>
{
    protected override IEnumerable<GenericMembers> Values =>
    [
        new(new([], null, null), new([], 0, null), new([], null, null), new(null, []), default, null),
        new(
            new([new(1, null)], null, 1), new([1, 2], 3, null), new([new(["a"], "b", 1)], null, 2), new(new(1, ""), new() { ["k"] = new(2, null) }),
            new() { Value = 1, Many = [2] }, new Slot<Plot> { Value = new(1, 2), Many = [default] }),
    ];

    public NDJSONStreamingResponse<GenericMembers> Get() => Stream();
}

[Endpoint("/corpus/generics/derived")]
public sealed partial class LabelledCase : CorpusCase<Labelled<Plot>>
{
    protected override IEnumerable<Labelled<Plot>> Values => [new("a", new(1, 2), []), new("b", default, [new(3, 4)])];

    public NDJSONStreamingResponse<Labelled<Plot>> Get() => Stream();
}

[Endpoint("/corpus/generics/nested")]
public sealed partial class InnerCase : CorpusCase<Outer<string>.Inner>
{
    protected override IEnumerable<Outer<string>.Inner> Values => [new("a", null), new("b", new("c", 4))];

    public NDJSONStreamingResponse<Outer<string>.Inner> Get() => Stream();
}
