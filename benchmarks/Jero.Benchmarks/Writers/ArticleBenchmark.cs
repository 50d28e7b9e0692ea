using BenchmarkDotNet.Attributes;
using Items;
using Jero.Generated;

namespace Writers;

public class ArticleBenchmark : WriterBenchmark
{
    private readonly Article _item = Samples.Article;

    [Benchmark(Baseline = true, Description = FastPathName)]
    public override int FastPath() => Serialize(_item, Writers.FastPath.Default.Article);

    [Benchmark(Description = MetadataName)]
    public override int Metadata() => Serialize(_item, MetadataPath.Default.Article);

    [Benchmark(Description = JeroName)]
    public override int Jero()
    {
        Buffer.Clear();
        default(JeroJson.Items_Article).Write(Buffer, _item);
        return Buffer.Length;
    }

    [Benchmark(Description = ByHandName)]
    public override int ByHand() => HandWriters.Write(_item, Bytes);
}
