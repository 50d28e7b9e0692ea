using System.Text.Json.Serialization;
using Jero;

namespace Corpus;

public sealed class Cart : IJsonOnSerializing, IJsonOnSerialized, IJsonOnDeserializing, IJsonOnDeserialized
{
    public List<int> Prices { get; set; } = [1, 2];

    public int Total { get; set; }

    public int Written { get; set; }

    public string Read { get; set; } = "";

    public void OnSerializing() => Total = Prices.Sum();

    // The same item is written by both sides of a comparison, each time from this state.
    public void OnSerialized() => (Total, Written) = (0, 1);

    public void OnDeserializing() => Read += "before";

    public void OnDeserialized() => Read += "after";
}

public sealed class HiddenCallback : IJsonOnSerializing
{
    public int Total { get; set; }

    void IJsonOnSerializing.OnSerializing() => Total = 7;
}

// System.Text.Json calls back on a copy in a box, and writes the box.
public struct CallbackPoint : IJsonOnSerializing
{
    public int X { get; set; }

    void IJsonOnSerializing.OnSerializing() => X += 9;
}

public class CallbackBase : IJsonOnSerializing
{
    public int Count { get; set; }

    public virtual void OnSerializing() => Count = 3;
}

public sealed class InheritedCallback : CallbackBase
{
    public string Name { get; set; } = "n";
}

[JsonDerivedType(typeof(ToldVariant), "told")]
[JsonDerivedType(typeof(PlainVariant), "plain")]
public abstract class CallbackVariant
{
    public int N { get; set; }
}

public sealed class ToldVariant : CallbackVariant, IJsonOnSerializing
{
    public void OnSerializing() => N = 5;
}

public sealed class PlainVariant : CallbackVariant;

public sealed record CallbackRow(
    Cart One, List<HiddenCallback> Many, CallbackPoint Point, CallbackPoint? Maybe, InheritedCallback Inherited, Dictionary<string, HiddenCallback?> Map, CallbackVariant[] Variants);

[Endpoint("/corpus/callbacks")]
public sealed partial class CallbackCase : CorpusCase<CallbackRow>
{
    protected override IEnumerable<CallbackRow> Values =>
    [
        new(new Cart { Written = 1 }, [new()], default, new CallbackPoint(), new(), new() { ["a"] = new(), ["b"] = null }, [new ToldVariant(), new PlainVariant()]),
        new(new Cart { Written = 1 }, [], default, null, new(), [], []),
    ];

    public NDJSONStreamingResponse<CallbackRow> Get() => Stream();
}

[Endpoint("/corpus/callbacks/root")]
public sealed partial class CallbackRootCase : CorpusCase<Cart>
{
    protected override IEnumerable<Cart> Values => [new() { Written = 1 }];

    public NDJSONStreamingResponse<Cart> Get() => Stream();
}

[Endpoint("/corpus/callbacks/variants")]
public sealed partial class CallbackVariantCase : CorpusCase<CallbackVariant>
{
    protected override IEnumerable<CallbackVariant> Values => [new ToldVariant(), new PlainVariant()];

    public NDJSONStreamingResponse<CallbackVariant> Get() => Stream();
}
