using System.Collections.Concurrent;
using System.Collections.ObjectModel;
using Jero;

namespace Corpus;

public sealed class Sequences
{
    public int[]? Array { get; set; }
    public string?[]? Texts { get; set; }
    public int?[]? Maybes { get; set; }
    public List<int>? List { get; set; }
    public List<string?>? TextList { get; set; }
    public IEnumerable<int>? Enumerable { get; set; }
    public ICollection<string>? Collection { get; set; }
    public IList<double>? ListInterface { get; set; }
    public IReadOnlyCollection<int>? ReadOnlyCollection { get; set; }
    public IReadOnlyList<string?>? ReadOnlyList { get; set; }
}

public sealed class MoreCollections
{
    public HashSet<int>? HashSet { get; set; }
    public ISet<string>? Set { get; set; }
    public IReadOnlySet<int>? ReadOnlySet { get; set; }
    public SortedSet<int>? SortedSet { get; set; }
    public Queue<int>? Queue { get; set; }
    public Stack<int>? Stack { get; set; }
    public LinkedList<string?>? LinkedList { get; set; }
    public Collection<int>? Collection { get; set; }
    public ObservableCollection<int>? Observable { get; set; }
    public ReadOnlyCollection<int>? ReadOnly { get; set; }
    public ConcurrentQueue<int>? ConcurrentQueue { get; set; }
    public ConcurrentStack<int>? ConcurrentStack { get; set; }
    public ConcurrentBag<int>? ConcurrentBag { get; set; }
}

public sealed record Box(int Id, string? Name);

public sealed record Boxes(Box[] Array, List<Box?> List, IEnumerable<Box> Lazy, HashSet<Box> Set, Queue<Box?> Queue, Box?[]?[]? Jagged);

[Endpoint("/corpus/collections/sequences")]
public sealed partial class SequencesCase : CorpusCase<Sequences>
{
    protected override IEnumerable<Sequences> Values =>
    [
        new(),
        new() { Array = [], Texts = [], Maybes = [], List = [], TextList = [], Enumerable = [], Collection = [], ListInterface = [], ReadOnlyCollection = [], ReadOnlyList = [] },
        new()
        {
            Array = [1], Texts = [null], Maybes = [null], List = [1], TextList = [null], Enumerable = Enumerable.Range(1, 3), Collection = ["a"],
            ListInterface = [1.5], ReadOnlyCollection = [1], ReadOnlyList = [null],
        },
        new()
        {
            Array = [.. Enumerable.Range(0, 20_000)], Texts = ["a", null, "\"", ""], Maybes = [1, null, 3], List = [1, 2, 3], TextList = ["a", null],
            Enumerable = Enumerable.Range(0, 100).Where(i => i % 7 == 0), Collection = new LinkedList<string>(["a", "b"]), ListInterface = new double[] { 1, 2 },
            ReadOnlyCollection = new Queue<int>([1, 2]), ReadOnlyList = ["a", null, "c"],
        },
    ];

    public NDJSONStreamingResponse<Sequences> Get() => Stream();
}

[Endpoint("/corpus/collections/more")]
public sealed partial class MoreCollectionsCase : CorpusCase<MoreCollections>
{
    protected override IEnumerable<MoreCollections> Values =>
    [
        new(),
        new()
        {
            HashSet = [], Set = new HashSet<string>(), ReadOnlySet = new HashSet<int>(), SortedSet = [], Queue = new(), Stack = new(), LinkedList = new(),
            Collection = [], Observable = [], ReadOnly = ReadOnlyCollection<int>.Empty, ConcurrentQueue = new(), ConcurrentStack = new(), ConcurrentBag = [],
        },
        new()
        {
            HashSet = [3, 1, 2], Set = new SortedSet<string>(StringComparer.Ordinal) { "b", "a" }, ReadOnlySet = new HashSet<int> { 5 }, SortedSet = [3, 1, 2],
            Queue = new([1, 2, 3]), Stack = new([1, 2, 3]), LinkedList = new(["a", null]), Collection = [1, 2], Observable = [1, 2],
            ReadOnly = new([1, 2]), ConcurrentQueue = new([1, 2]), ConcurrentStack = new([1, 2]), ConcurrentBag = [1],
        },
    ];

    public NDJSONStreamingResponse<MoreCollections> Get() => Stream();
}

[Endpoint("/corpus/collections/objects")]
public sealed partial class BoxesCase : CorpusCase<Boxes>
{
    private static readonly Box One = new(1, "one");

    protected override IEnumerable<Boxes> Values =>
    [
        new([], [], [], [], new(), null),
        new([One], [One, null], Enumerable.Repeat(One, 3), [One, new(2, null)], new([null, One]), [null, [], [null, One]]),
    ];

    public NDJSONStreamingResponse<Boxes> Get() => Stream();
}
