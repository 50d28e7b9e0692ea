using Jero;

namespace Corpus;

/// <summary>What is not an object can be an item too.</summary>
[Endpoint("/corpus/items/int")]
public sealed partial class IntItemCase : CorpusCase<int>
{
    protected override IEnumerable<int> Values => [0, -1, int.MaxValue];

    public NDJSONStreamingResponse<int> Get() => Stream();
}

[Endpoint("/corpus/items/nullable")]
public sealed partial class NullableItemCase : CorpusCase<double?>
{
    protected override IEnumerable<double?> Values => [0, null, -0.0];

    public NDJSONStreamingResponse<double?> Get() => Stream();
}

[Endpoint("/corpus/items/string")]
public sealed partial class StringItemCase : CorpusCase<string?>
{
    protected override IEnumerable<string?> Values => ["", null, "a\nb\r\u0085\u2028", "\ud800"];

    public NDJSONStreamingResponse<string?> Get() => Stream();
}

[Endpoint("/corpus/items/enum")]
public sealed partial class EnumItemCase : CorpusCase<Season?>
{
    protected override IEnumerable<Season?> Values => [Season.Autumn, null, (Season)99];

    public NDJSONStreamingResponse<Season?> Get() => Stream();
}

[Endpoint("/corpus/items/array")]
public sealed partial class ArrayItemCase : CorpusCase<int[]?>
{
    protected override IEnumerable<int[]?> Values => [[], null, [1, 2]];

    public NDJSONStreamingResponse<int[]?> Get() => Stream();
}

[Endpoint("/corpus/items/list")]
public sealed partial class ListItemCase : CorpusCase<List<Box?>>
{
    protected override IEnumerable<List<Box?>> Values => [[], [null, new(1, "a")]];

    public NDJSONStreamingResponse<List<Box?>> Get() => Stream();
}

[Endpoint("/corpus/items/dictionary")]
public sealed partial class DictionaryItemCase : CorpusCase<Dictionary<Guid, Plot?>>
{
    protected override IEnumerable<Dictionary<Guid, Plot?>> Values => [[], new() { [Guid.Empty] = null, [Guid.AllBitsSet] = new(1, 2) }];

    public NDJSONStreamingResponse<Dictionary<Guid, Plot?>> Get() => Stream();
}

[Endpoint("/corpus/items/bytes")]
public sealed partial class BytesItemCase : CorpusCase<byte[]?>
{
    protected override IEnumerable<byte[]?> Values => [[], null, [255, 254]];

    public NDJSONStreamingResponse<byte[]?> Get() => Stream();
}
