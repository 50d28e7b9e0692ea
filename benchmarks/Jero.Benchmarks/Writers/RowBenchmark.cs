using Items;
using Jero.Generated;

namespace Writers;

public class RowBenchmark : WriterBenchmark
{
    private readonly Row _item = Samples.Row;

    public override int FastPath() => Serialize(_item, Writers.FastPath.Default.Row);

    public override int Metadata() => Serialize(_item, MetadataPath.Default.Row);

    public override int Jero()
    {
        Buffer.Clear();
        default(JeroJson.Items_Row).Write(Buffer, _item);
        return Buffer.Length;
    }

    public override int ByHand() => HandWriters.Write(_item, Bytes);
}
