using Items;
using Jero.Generated;

namespace Writers;

public class MovieBenchmark : WriterBenchmark
{
    private readonly Movie _item = Samples.Movie;

    public override int FastPath() => Serialize(_item, Writers.FastPath.Default.Movie);

    public override int Metadata() => Serialize(_item, MetadataPath.Default.Movie);

    public override int Jero()
    {
        Buffer.Clear();
        default(JeroJson.Items_Movie).Write(Buffer, _item);
        return Buffer.Length;
    }

    public override int ByHand() => HandWriters.Write(_item, Bytes);
}
