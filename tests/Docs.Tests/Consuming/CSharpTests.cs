using System.Net.ServerSentEvents;
using System.Text.Json;
using Jero.Client;

namespace Docs.Tests.Consuming;

/// <summary>The C# of docs/consuming.md.</summary>
public sealed class CSharpTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Events_reconnect_with_the_last_id()
    {
        await using var app = await ConsumedApp.StartAsync();
        var http = app.Client;
        string? saved = "1";

        async Task ReadAsync()
        {
            var events = http.GetEvents("/readings/live", AppJson.Default.Reading, new EventStreamOptions { LastEventId = saved });
            await foreach (var e in events)
            {
                saved = e.Id;
                Console.WriteLine(e.Data.Celsius);
            }
        }

        // 2 and 3, then 4 and 5; a client that has seen all four is refused.
        var refusal = await Assert.ThrowsAsync<ApiException>(() => ReadAsync().WaitAsync(TimeSpan.FromSeconds(60), Cancellation));
        Assert.Equal(404, (int)refusal.StatusCode!);
        Assert.Equal("5", saved);
    }

    [Fact]
    public async Task The_parts_of_the_framework_read_both_forms()
    {
        await using var app = await ConsumedApp.StartAsync();
        var http = app.Client;
        var token = Cancellation;
        using var output = new CapturedOutput();

        await using var body = await http.GetStreamAsync("/readings?count=3", token);
        var readings = JsonSerializer.DeserializeAsyncEnumerable<Reading>(body, topLevelValues: true, JsonSerializerOptions.Web, token);
        await foreach (var reading in readings) Console.WriteLine(reading!.Celsius);

        await using var stream = await http.GetStreamAsync("/readings/live", token);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(token))
        {
            if (item.Data.Length == 0) continue;
            Console.WriteLine($"{item.EventId}: {JsonSerializer.Deserialize<Reading>(item.Data, JsonSerializerOptions.Web)!.Celsius}");
        }

        Assert.Equal(["21", "22", "23", "1: 21", "2: 22"], output.Lines);
    }

    /// <summary>What is written to the console meanwhile.</summary>
    private sealed class CapturedOutput : IDisposable
    {
        private readonly TextWriter _console = Console.Out;
        private readonly StringWriter _written = new();

        public CapturedOutput() => Console.SetOut(_written);

        public string[] Lines => _written.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        public void Dispose()
        {
            Console.SetOut(_console);
            _written.Dispose();
        }
    }
}
