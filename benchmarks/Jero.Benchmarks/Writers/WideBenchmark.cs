using BenchmarkDotNet.Attributes;
using Items;
using Jero.Generated;

namespace Writers;

public class WideBenchmark : WriterBenchmark
{
    private readonly Wide _item = Samples.Wide;

    [Benchmark(Baseline = true, Description = FastPathName)]
    public override int FastPath() => Serialize(_item, Writers.FastPath.Default.Wide);

    [Benchmark(Description = MetadataName)]
    public override int Metadata() => Serialize(_item, MetadataPath.Default.Wide);

    [Benchmark(Description = JeroName)]
    public override int Jero()
    {
        Buffer.Clear();
        default(JeroJson.Items_Wide).Write(Buffer, _item);
        return Buffer.Length;
    }

    [Benchmark(Description = ByHandName)]
    public override int ByHand() => HandWriters.Write(_item, Bytes);
}
