using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Items;

namespace Jero.Loopback.Server;

/// <summary>Items that are there already, and their bytes.</summary>
internal sealed class Ready<T>
{
    private const int Count = 1024;
    private static readonly JsonSerializerOptions Relaxed = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = SystemTextJson.Default,
    };

    private readonly T[] _items;
    private byte[][]? _lines;

    public Ready(Func<int, T> create) => _items = [.. Enumerable.Range(0, Count).Select(create)];

    public byte[][] Lines => _lines ??= [.. _items.Select(static item =>
        (byte[])[.. JsonSerializer.SerializeToUtf8Bytes(item, (JsonTypeInfo<T>)Relaxed.GetTypeInfo(typeof(T))), (byte)'\n'])];

    public T First => At(0);

    public T At(int index) => _items[index & (Count - 1)];

    /// <summary>Neither waits nor allocates.</summary>
    public async IAsyncEnumerable<T> Many(int count)
    {
        await Task.CompletedTask;
        for (var i = 0; i < count; i++)
        {
            yield return At(i);
        }
    }
}

/// <summary>The items of the endpoints.</summary>
internal static class Ready
{
    public static readonly Ready<Row> Rows = new(static i =>
        new((1 << 20) + i, $"Customer number {i}", i % 3 == 0 ? null : "left at the door", i, i * 37, i % 2 == 0));

    public static readonly Ready<Movie> Movies = new(static i => new($"The Land Girls {i}", 1900 + (i & 127), 1 + (i % 90 / 10.0)));

    public static readonly Ready<Remark> Remarks = new(static i =>
        new(i, $"He said \"no\" {i} times", $@"C:\Users\ada\notes{i}.txt", $"first {i}\nsecond\r\n\tthird", $"Grüße aus Köln, 東京 {i}"));

    public static readonly Ready<Wide> Wides = new(static i => new(
        i, "Ada", "Lovelace", i % 2 == 0 ? "Countess" : null, $"{i} St James's Square", "London", null, "United Kingdom", "+44 20 7946 0000", "left at the door",
        i % 50, i, 123_456 + i, 98_765_432 + i, i % 100 / 10.0, 0.25, 1234.50m + i, i % 2 == 0, i % 3 == 0, i % 5 == 0 ? null : true));

    public static readonly Ready<Order> Orders = new(static i => new(
        (1 << 20) + i, new($"{i} St James's Square", "London"), [new("Lamp", i % 7, 19.9), new("Table", 1, 149), new("Chair", 4, 49.95)]));
}
