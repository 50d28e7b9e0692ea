using Items;
using Jero.Generated;

namespace Writers;

public class WideBenchmark : WriterBenchmark
{
    private readonly Wide _item = Samples.Wide;

    public override int FastPath() => Serialize(_item, Writers.FastPath.Default.Wide);

    public override int Metadata() => Serialize(_item, MetadataPath.Default.Wide);

    public override int Jero()
    {
        Buffer.Clear();
        default(JeroJson.Items_Wide).Write(Buffer, _item);
        return Buffer.Length;
    }

    public override int ByHand() => HandWriters.Write(_item, Bytes);
}
