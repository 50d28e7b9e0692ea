using System.Net;
using System.Net.Http.Json;
using System.Text;

namespace Runtime.Tests.Streaming.Processes;

/// <summary>What a body of many items takes of the memory of a server that does nothing else.</summary>
public class UploadMemoryTests
{
    private const int Few = 1_000;
    private const int Many = 1_000_000;
    private const int FlatHeap = 8 << 20;
    private const int FlatResident = 48 << 20;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_million_items_take_no_more_memory_than_a_thousand(int version)
    {
        await using var app = await TestApp.StartAsync($"--Kestrel:EndpointDefaults:Protocols=Http{version}");
        using var client = new HttpClient
        {
            BaseAddress = app.Address,
            DefaultRequestVersion = new Version(version, version == 2 ? 0 : 1),
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Timeout = TimeSpan.FromMinutes(5),
        };
        var few = await UploadAsync(client, Few);
        var before = app.Process.WorkingSet;

        var upload = UploadAsync(client, Many);
        var most = before;
        while (!upload.IsCompleted)
        {
            most = Math.Max(most, app.Process.WorkingSet);
            await Task.WhenAny(upload, Task.Delay(50, Token));
        }

        var many = await upload;
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"Heap: {few.MostHeap >> 10} KiB, then {many.MostHeap >> 10}. Resident: {before >> 10} KiB, then {most >> 10}.");
        Assert.Equal((Many, Many / 10 * 45L), (many.Count, many.Total));

        // The items alone would be 24 MB, and as many bytes again their text. What is free of the heap stays with the process for a while.
        Assert.InRange(many.MostHeap - few.MostHeap, long.MinValue, FlatHeap);
        Assert.InRange(most - before, long.MinValue, FlatResident);
    }

    private static async Task<Uploaded> UploadAsync(HttpClient client, int count)
    {
        using var response = await client.PostAsync("/upload", new Ticks(count), Token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<Uploaded>(Token))!;
    }

    private sealed record Uploaded(int Count, long Total, long MostHeap);

    /// <summary>Numbers from 0 to 9 again and again, a hundred a write.</summary>
    private sealed class Ticks : HttpContent
    {
        private static readonly byte[] Hundred =
            Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 100).Select(static number => $"{{\"number\":{number % 10}}}\n")));

        private readonly int _count;

        public Ticks(int count)
        {
            _count = count;
            Headers.ContentType = new("application/x-ndjson");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            for (var sent = 0; sent < _count; sent += 100)
            {
                await stream.WriteAsync(Hundred, Token);
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
