using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Jero.Generated;
using Jero.MinimalApis;

namespace Jero.Tests.Json;

public sealed partial class AllocationTests
{
    [Fact]
    public void An_item_costs_no_allocation()
    {
        var item = new Item(
            1, "Amélie \"Poulain\"", null, 19.99, 1.50m, DateTime.UnixEpoch, Guid.Empty, [1, 2],
            new() { ["a"] = 1 }, [3, 4], ["x", null], new() { ["k"] = "v" });
        AllocatesNothing(buffer => default(ItemWriter).Write(buffer, item));
    }

    [Fact]
    public void A_value_written_by_type_info_costs_no_allocation()
    {
        var writer = new JsonTypeInfoWriter<Row>(RowJson.Default.Row);
        var row = new Row(1, "Amélie", null);
        AllocatesNothing(buffer => writer.Write(buffer, row));
    }

    private static void AllocatesNothing(Action<BatchBuffer> write)
    {
        const int Rounds = 1_000;
        using var buffer = new BatchBuffer();
        Repeat();
        // The runtime may allocate once while it compiles the loop anew; what an item costs would show in each attempt.
        Assert.Contains(0, Enumerable.Range(0, 5).Select(_ =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Repeat();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }));

        void Repeat()
        {
            for (var round = 0; round < Rounds; round++)
            {
                buffer.Clear();
                write(buffer);
            }
        }
    }

    internal sealed record Row(long Id, string Name, string? Note);

    [JsonSerializable(typeof(Row))]
    internal sealed partial class RowJson : JsonSerializerContext;

    private sealed record Item(
        long Id, string Name, string? Note, double Price, decimal Exact, DateTime At, Guid Key, List<int> List, Dictionary<string, int> Map,
        ImmutableArray<int> Immutable, List<string?> Texts, Dictionary<string, string?> TextMap);

    private readonly struct ItemWriter : IJsonWriter<Item>
    {
        public void Write(BatchBuffer buffer, Item value)
        {
            buffer.Write("{\"id\":"u8);
            JsonFormat.Write(buffer, value.Id);
            JsonFormat.Write(buffer, value.Name);
            JsonFormat.Write(buffer, value.Note);
            JsonFormat.Write(buffer, value.Price);
            JsonFormat.Write(buffer, value.Price / 3);
            JsonFormat.Write(buffer, value.Exact);
            JsonFormat.Write(buffer, value.At);
            JsonFormat.Write(buffer, value.Key);
            JsonFormat.Write(buffer, TimeSpan.FromSeconds(value.Id));
            JsonFormat.Write(buffer, (DateOnly?)DateOnly.FromDateTime(value.At));
            default(ListWriter<int, BuiltInWriter>).Write(buffer, value.List);
            default(EnumerableWriter<IReadOnlyList<int>, int, BuiltInWriter>).Write(buffer, value.List);
            default(EnumerableWriter<ImmutableArray<int>, int, BuiltInWriter>).Write(buffer, value.Immutable);
            default(DictionaryWriter<IReadOnlyDictionary<string, int>, string, int, BuiltInKeyWriter, BuiltInWriter>)
                .Write(buffer, value.Map);
            default(ListWriter<string?, JsonStringWriter>).Write(buffer, value.Texts);
            default(DictionaryWriter<Dictionary<string, string?>, string, string?, JsonStringWriter, JsonStringWriter>)
                .Write(buffer, value.TextMap);
            default(EnumKeyWriter<DayOfWeek>).Write(buffer, value.At.DayOfWeek);
            buffer.WriteByte((byte)'}');
        }
    }
}
