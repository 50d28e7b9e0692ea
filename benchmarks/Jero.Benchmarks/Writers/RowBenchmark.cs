using BenchmarkDotNet.Attributes;
using Items;
using Jero.Generated;

namespace Writers;

public class RowBenchmark : WriterBenchmark
{
    private readonly Row _item = Samples.Row;

    [Benchmark(Baseline = true, Description = FastPathName)]
    public override int FastPath() => Serialize(_item, Writers.FastPath.Default.Row);

    [Benchmark(Description = MetadataName)]
    public override int Metadata() => Serialize(_item, MetadataPath.Default.Row);

    [Benchmark(Description = JeroName)]
    public override int Jero()
    {
        Buffer.Clear();
        default(JeroJson.Items_Row).Write(Buffer, _item);
        return Buffer.Length;
    }

    [Benchmark(Description = ByHandName)]
    public override int ByHand() => HandWriters.Write(_item, Bytes);
}
