using Items;
using Jero.Generated;

namespace Writers;

public class OrderBenchmark : WriterBenchmark
{
    private readonly Order _item = Samples.Order;

    public override int FastPath() => Serialize(_item, Writers.FastPath.Default.Order);

    public override int Metadata() => Serialize(_item, MetadataPath.Default.Order);

    public override int Jero()
    {
        Buffer.Clear();
        default(JeroJson.Items_Order).Write(Buffer, _item);
        return Buffer.Length;
    }

    public override int ByHand() => HandWriters.Write(_item, Bytes);
}
