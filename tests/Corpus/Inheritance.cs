using System.Text.Json;
using System.Text.Json.Serialization;
using Jero;

namespace Corpus;

public interface IFirst
{
    int First { get; }
}

public interface ISecond
{
    int Second { get; }
}

public interface IBoth : IFirst, ISecond
{
    int Both { get; }
}

public interface IRoot
{
    int Root { get; }
}

public interface ILeft : IRoot
{
    int Left { get; }
}

public interface IMiddle : IRoot, IFirst
{
    int Middle { get; }
}

public interface IDiamond : ILeft, IMiddle, ISecond
{
    int Bottom { get; }
}

public sealed class Diamond : IBoth, IDiamond
{
    public int First => 1;
    public int Second => 2;
    public int Both => 3;
    public int Root => 4;
    public int Left => 5;
    public int Middle => 6;
    public int Bottom => 7;
}

public sealed record SeveralParents(IBoth Both, IDiamond Diamond);

public class Settable
{
    public virtual int Value { get; set; } = 42;
    public virtual required string Name { get; init; }
}

public sealed class SetterOnly : Settable
{
    private int _last;

    public override int Value { set => base.Value = value; }
    public override required string Name { get; init; }
    public int Sink { set => _last = value; }
    public int HiddenGetter { private get; set; } = 3;
    public int Last => _last + HiddenGetter;
}

public sealed record MemoryRow(ReadOnlyMemory<float> Vector, Memory<int> Rows, Memory<string?>? Names, ReadOnlyMemory<Box> Boxes, ReadOnlyMemory<char> Text, List<Memory<int>> Nested);

// A converter of a base type may convert the type too.
public sealed class AnyConverter : JsonConverter<object>
{
    public override bool CanConvert(Type typeToConvert) => true;

    public override object Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString()!;
        return typeToConvert == typeof(int) ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : text;
    }

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

public sealed class AnyConverted
{
    [JsonConverter(typeof(AnyConverter))]
    public int Number { get; set; }

    [JsonConverter(typeof(AnyConverter))]
    public string? Text { get; set; }
}

[Endpoint("/corpus/inheritance/interfaces")]
public sealed partial class SeveralParentsCase : CorpusCase<SeveralParents>
{
    protected override IEnumerable<SeveralParents> Values => [new(new Diamond(), new Diamond())];

    public NDJSONStreamingResponse<SeveralParents> Get() => Stream();
}

[Endpoint("/corpus/inheritance/setters")]
public sealed partial class SetterOnlyCase : CorpusCase<SetterOnly>
{
    protected override IEnumerable<SetterOnly> Values => [new() { Name = "a", Value = 5, Sink = 2 }];

    public NDJSONStreamingResponse<SetterOnly> Get() => Stream();
}

[Endpoint("/corpus/memory")]
public sealed partial class MemoryCase : CorpusCase<MemoryRow>
{
    protected override IEnumerable<MemoryRow> Values =>
    [
        new((float[])[0.5f], (int[])[1, 2], (string?[])["a", null], (Box[])[new(1, "a")], "text".AsMemory(), [(int[])[3]]),
        new(default, default, null, default, default, [default]),
    ];

    public NDJSONStreamingResponse<MemoryRow> Get() => Stream();
}

[Endpoint("/corpus/memory/item")]
public sealed partial class MemoryItemCase : CorpusCase<ReadOnlyMemory<int>>
{
    protected override IEnumerable<ReadOnlyMemory<int>> Values => [(int[])[1, 2], default];

    public NDJSONStreamingResponse<ReadOnlyMemory<int>> Get() => Stream();
}

[Endpoint("/corpus/converters/base")]
public sealed partial class AnyConvertedCase : CorpusCase<AnyConverted>
{
    protected override IEnumerable<AnyConverted> Values => [new() { Number = 4, Text = "t" }, new()];

    public NDJSONStreamingResponse<AnyConverted> Get() => Stream();
}
