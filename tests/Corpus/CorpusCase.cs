using Jero;

namespace Corpus;

/// <summary>An endpoint that streams the corner values of one item type. It needs no reflection, so that a native binary can serve it.</summary>
public abstract class CorpusCase
{
    public abstract Type ItemType { get; }

    public abstract IReadOnlyList<object?> Items { get; }
}

/// <inheritdoc />
public abstract class CorpusCase<T> : CorpusCase
{
    public override Type ItemType => typeof(T);

    public override IReadOnlyList<object?> Items => [.. Values.Select(value => (object?)value)];

    protected abstract IEnumerable<T> Values { get; }

    protected NDJSONStreamingResponse<T> Stream() => new(Values.ToAsyncEnumerable());
}
