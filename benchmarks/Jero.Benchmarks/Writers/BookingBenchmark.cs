using Items;
using Jero.Generated;

namespace Writers;

public class BookingBenchmark : WriterBenchmark
{
    private readonly Booking _item = Samples.Booking;

    public override int FastPath() => Serialize(_item, Writers.FastPath.Default.Booking);

    public override int Metadata() => Serialize(_item, MetadataPath.Default.Booking);

    public override int Jero()
    {
        Buffer.Clear();
        default(JeroJson.Items_Booking).Write(Buffer, _item);
        return Buffer.Length;
    }

    public override int ByHand() => HandWriters.Write(_item, Bytes);
}
