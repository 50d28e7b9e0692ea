using System.Collections.Frozen;
using System.Collections.Immutable;
using Jero;

namespace Corpus;

public sealed record Immutables(
    ImmutableArray<int> Array,
    ImmutableArray<string?>? MaybeArray,
    ImmutableList<int>? List,
    ImmutableHashSet<int>? HashSet,
    ImmutableSortedSet<int>? SortedSet,
    ImmutableQueue<int>? Queue,
    ImmutableStack<int>? Stack);

public sealed record ImmutableInterfaces(
    IImmutableList<int>? List, IImmutableSet<int>? Set, IImmutableQueue<int>? Queue, IImmutableStack<int>? Stack);

// System.Text.Json writes a frozen set and cannot read it.
public sealed record Frozen(FrozenSet<int>? Set, FrozenDictionary<string, int>? Dictionary);

public sealed record ImmutableDictionaries(
    ImmutableDictionary<string, int>? Dictionary, ImmutableSortedDictionary<int, string?>? Sorted, IImmutableDictionary<string, Box?>? Interface);

[Endpoint("/corpus/immutable/collections")]
public sealed partial class ImmutablesCase : CorpusCase<Immutables>
{
    protected override IEnumerable<Immutables> Values =>
    [
        new([], null, null, null, null, null, null),
        new([], [], [], [], [], [], []),
        new([1, 2], ["a", null], [1, 2], [1], [2, 1], [1, 2, 3], [1, 2, 3]),
    ];

    public NDJSONStreamingResponse<Immutables> Get() => Stream();
}

[Endpoint("/corpus/immutable/interfaces")]
public sealed partial class ImmutableInterfacesCase : CorpusCase<ImmutableInterfaces>
{
    protected override IEnumerable<ImmutableInterfaces> Values =>
    [
        new(null, null, null, null),
        new(ImmutableList.Create(1, 2), ImmutableHashSet.Create(1), ImmutableQueue.Create(1, 2), ImmutableStack.Create(1, 2)),
    ];

    public NDJSONStreamingResponse<ImmutableInterfaces> Get() => Stream();
}

[Endpoint("/corpus/immutable/frozen")]
public sealed partial class FrozenCase : CorpusCase<Frozen>
{
    protected override IEnumerable<Frozen> Values =>
    [
        new(null, null),
        new(FrozenSet<int>.Empty, FrozenDictionary<string, int>.Empty),
        new(Enumerable.Range(1, 2).ToFrozenSet(), new Dictionary<string, int> { ["a"] = 1, ["\""] = 2 }.ToFrozenDictionary()),
    ];

    public NDJSONStreamingResponse<Frozen> Get() => Stream();
}

[Endpoint("/corpus/immutable/dictionaries")]
public sealed partial class ImmutableDictionariesCase : CorpusCase<ImmutableDictionaries>
{
    protected override IEnumerable<ImmutableDictionaries> Values =>
    [
        new(null, null, null),
        new(ImmutableDictionary<string, int>.Empty, ImmutableSortedDictionary<int, string?>.Empty, ImmutableDictionary<string, Box?>.Empty),
        new(
            ImmutableDictionary<string, int>.Empty.Add("a", 1),
            ImmutableSortedDictionary<int, string?>.Empty.Add(2, "b").Add(1, null),
            ImmutableDictionary<string, Box?>.Empty.Add("x", new(1, null))),
    ];

    public NDJSONStreamingResponse<ImmutableDictionaries> Get() => Stream();
}
