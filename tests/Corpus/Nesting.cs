using Jero;

namespace Corpus;

/// <summary>29 levels with the object itself, each a type of its own to the writer.</summary>
public sealed record Deep(
    List<List<List<List<List<List<List<List<List<List<List<List<List<List<List<List<List<List<List<List<List<List<List<List<List<List<List<List<int>>>>>>>>>>>>>>>>>>>>>>>>>>>> Levels);

public sealed record Tree(string Name, Tree? Left, Tree? Right)
{
    public List<Tree?> Children { get; init; } = [];
    public Dictionary<string, Tree>? ByName { get; init; }
}

/// <summary>Two that contain each other.</summary>
public sealed record Chapter(string Title, List<Verse> Verses);

public sealed record Verse(int Number, Chapter? Aside, Verse? Next);

public sealed record Jagged(int[][][] Numbers, List<string?[]?>?[] Texts, Dictionary<string, int[][]>[] Maps);

[Endpoint("/corpus/nesting/deep")]
public sealed partial class DeepCase : CorpusCase<Deep>
{
    protected override IEnumerable<Deep> Values => [new([]), new([[[[[[[[[[[[[[[[[[[[[[[[[[[[1, 2, 3]]]]]]]]]]]]]]]]]]]]]]]]]]]])];

    public NDJSONStreamingResponse<Deep> Get() => Stream();
}

[Endpoint("/corpus/nesting/tree")]
public sealed partial class TreeCase : CorpusCase<Tree?>
{
    private static readonly Tree Leaf = new("leaf", null, null);

    protected override IEnumerable<Tree?> Values =>
    [
        null,
        Leaf,
        new("root", Leaf, new("right", Leaf, null)) { Children = [Leaf, null, Leaf], ByName = new() { ["a"] = Leaf, ["b"] = new("c", Leaf, Leaf) } },
        // The deepest that System.Text.Json writes: the innermost object has an empty array at level 64.
        Enumerable.Range(0, 62).Aggregate(Leaf, (inner, level) => new($"{level}", inner, null)),
        Enumerable.Range(0, 31).Aggregate(Leaf, (inner, level) => new($"{level}", null, null) { Children = [inner] }),
    ];

    public NDJSONStreamingResponse<Tree?> Get() => Stream();
}

[Endpoint("/corpus/nesting/mutual")]
public sealed partial class ChapterCase : CorpusCase<Chapter>
{
    protected override IEnumerable<Chapter> Values =>
        [new("", []), new("a", [new(1, null, null), new(2, new("b", [new(3, null, null)]), new(4, new("c", []), null))])];

    public NDJSONStreamingResponse<Chapter> Get() => Stream();
}

[Endpoint("/corpus/nesting/jagged")]
public sealed partial class JaggedCase : CorpusCase<Jagged>
{
    protected override IEnumerable<Jagged> Values =>
    [
        new([], [], []),
        new([[], [[]], [[1], [], [2, 3]]], [null, [], [null, [], ["a", null]]], [new() { ["a"] = [], ["b"] = [[], [1]] }, []]),
    ];

    public NDJSONStreamingResponse<Jagged> Get() => Stream();
}
