using BenchmarkDotNet.Attributes;
using Items;
using Jero.Generated;

namespace Writers;

public class OrderBenchmark : WriterBenchmark
{
    private readonly Order _item = Samples.Order;

    [Benchmark(Baseline = true, Description = FastPathName)]
    public override int FastPath() => Serialize(_item, Writers.FastPath.Default.Order);

    [Benchmark(Description = MetadataName)]
    public override int Metadata() => Serialize(_item, MetadataPath.Default.Order);

    [Benchmark(Description = JeroName)]
    public override int Jero()
    {
        Buffer.Clear();
        default(JeroJson.Items_Order).Write(Buffer, _item);
        return Buffer.Length;
    }

    [Benchmark(Description = ByHandName)]
    public override int ByHand() => HandWriters.Write(_item, Bytes);
}
