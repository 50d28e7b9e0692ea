using BenchmarkDotNet.Attributes;
using Items;
using Jero.Generated;

namespace Writers;

public class MovieBenchmark : WriterBenchmark
{
    private readonly Movie _item = Samples.Movie;

    [Benchmark(Baseline = true, Description = FastPathName)]
    public override int FastPath() => Serialize(_item, Writers.FastPath.Default.Movie);

    [Benchmark(Description = MetadataName)]
    public override int Metadata() => Serialize(_item, MetadataPath.Default.Movie);

    [Benchmark(Description = JeroName)]
    public override int Jero()
    {
        Buffer.Clear();
        default(JeroJson.Items_Movie).Write(Buffer, _item);
        return Buffer.Length;
    }

    [Benchmark(Description = ByHandName)]
    public override int ByHand() => HandWriters.Write(_item, Bytes);
}
