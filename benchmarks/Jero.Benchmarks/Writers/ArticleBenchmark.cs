using Items;
using Jero.Generated;

namespace Writers;

public class ArticleBenchmark : WriterBenchmark
{
    private readonly Article _item = Samples.Article;

    public override int FastPath() => Serialize(_item, Writers.FastPath.Default.Article);

    public override int Metadata() => Serialize(_item, MetadataPath.Default.Article);

    public override int Jero()
    {
        Buffer.Clear();
        default(JeroJson.Items_Article).Write(Buffer, _item);
        return Buffer.Length;
    }

    public override int ByHand() => HandWriters.Write(_item, Bytes);
}
