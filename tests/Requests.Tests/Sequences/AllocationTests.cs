using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Jero.Generated;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Requests.Tests.Sequences;

/// <summary>What reading takes beside the items. All of it is done on one thread, where nothing has to be waited for.</summary>
public sealed class AllocationTests
{
    private const int Few = 1_000;
    private const int Many = 101_000;

    // A quarter of a byte for each item: what is left is for the pages of the body.
    private const int LessThanOne = 25_000;

    [Theory]
    [InlineData("application/x-ndjson", "", "\n", 4_096)]
    [InlineData("application/x-ndjson", "", "\n", 10)]
    [InlineData("application/json-seq", "\u001e", "\n", 4_096)]
    [InlineData("application/json", ",", "", 4_096)]
    public async Task A_number_costs_no_byte(string type, string before, string behind, int pieces)
    {
        await ReadAsync<int>(type, before + "12345" + behind, Few, pieces);
        var few = await ReadAsync<int>(type, before + "12345" + behind, Few, pieces);
        var many = await ReadAsync<int>(type, before + "12345" + behind, Many, pieces);

        Assert.InRange(many - few, long.MinValue, LessThanOne);
    }

    [Theory]
    [InlineData("application/x-ndjson", "", "\n", 4_096)]
    [InlineData("application/x-ndjson", "", "\n", 10)]
    [InlineData("application/json-seq", "\u001e", "\n", 4_096)]
    [InlineData("application/json", ",", "", 4_096)]
    public async Task An_object_costs_its_own_bytes(string type, string before, string behind, int pieces)
    {
        const string Item = "{\"id\":7,\"name\":\"a part\",\"sizes\":[1,2,3]}";
        await ReadAsync<Part>(type, before + Item + behind, Few, pieces, default(JeroJson.Requests_Tests_Sequences_Part).TryRead);
        var few = await ReadAsync<Part>(type, before + Item + behind, Few, pieces, default(JeroJson.Requests_Tests_Sequences_Part).TryRead);
        var many = await ReadAsync<Part>(type, before + Item + behind, Many, pieces, default(JeroJson.Requests_Tests_Sequences_Part).TryRead);

        Assert.InRange(many - few, long.MinValue, Allocated(Item, Many) - Allocated(Item, Few) + LessThanOne);
    }

    private static long Allocated(string item, int count)
    {
        var bytes = Encoding.UTF8.GetBytes(item);
        var metadata = (JsonTypeInfo<Part>)JeroJson.Options.GetTypeInfo(typeof(Part));
        JsonSerializer.Deserialize(bytes, metadata);
        var start = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < count; i++)
        {
            JsonSerializer.Deserialize(bytes, metadata);
        }

        return GC.GetAllocatedBytesForCurrentThread() - start;
    }

    private static async Task<long> ReadAsync<T>(string type, string item, int count, int pieces, TryReadJson<T>? usual = null)
    {
        var text = string.Concat(Enumerable.Repeat(item, count));
        var body = new CountedBody(Encoding.UTF8.GetBytes(type == "application/json" ? $"[{text[1..]}]" : text), [pieces]);
        using var services = new ServiceCollection().AddOptions().BuildServiceProvider();
        var http = new DefaultHttpContext { RequestServices = services, Request = { Method = "POST", ContentType = type } };
        http.Features.Set<IRequestBodyPipeFeature>(body);
        var (thread, read, start) = (Environment.CurrentManagedThreadId, 0, GC.GetAllocatedBytesForCurrentThread());
        await foreach (var _ in new RequestBinder(http).Items("items", JeroJson.Options, usual: usual))
        {
            read++;
        }

        Assert.Equal((thread, count), (Environment.CurrentManagedThreadId, read));
        return GC.GetAllocatedBytesForCurrentThread() - start;
    }
}
