using Items;
using Jero.Generated;

namespace Writers;

public class RemarkBenchmark : WriterBenchmark
{
    private readonly Remark _item = Samples.Remark;

    public override int FastPath() => Serialize(_item, Writers.FastPath.Default.Remark);

    public override int Metadata() => Serialize(_item, MetadataPath.Default.Remark);

    public override int Jero()
    {
        Buffer.Clear();
        default(JeroJson.Items_Remark).Write(Buffer, _item);
        return Buffer.Length;
    }

    public override int ByHand() => HandWriters.Write(_item, Bytes);
}
