using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Client.Reading;

/// <summary>What is read: the same rows in each form.</summary>
internal static class Bodies
{
    public const int Count = 100_000;

    public static byte[] Lines { get; } = Make("", "\n");

    public static byte[] Events { get; } = Make("data: ", "\n\n");

    public static Row Row(int i) => new()
    {
        Id = (1 << 20) + i,
        Name = $"Customer number {i}",
        Note = i % 3 == 0 ? null : string.Concat("left at the ", "door"),
        Year = i % 1024,
        Votes = i * 37,
        IsNew = i % 2 == 0,
    };

    private static byte[] Make(string before, string after)
    {
        var text = new StringBuilder();
        for (var i = 0; i < Count; i++)
        {
            text.Append(before).Append(JsonSerializer.Serialize(Row(i), RowsClientJson.Default.Row)).Append(after);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}

/// <summary>Answers each request from memory, as much at a time as a socket gives.</summary>
internal sealed class MemoryHandler : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var isEvents = request.RequestUri!.AbsolutePath == "/events";
        var body = new BlockStream(isEvents ? Bodies.Events : Bodies.Lines);
        return Task.FromResult(new HttpResponseMessage
        {
            RequestMessage = request,
            Content = new StreamContent(body) { Headers = { ContentType = new MediaTypeHeaderValue(isEvents ? "text/event-stream" : "application/x-ndjson") } },
        });
    }

    private sealed class BlockStream(byte[] bytes) : MemoryStream(bytes, writable: false)
    {
        private const int Block = 16 * 1024;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(Read(buffer.Span[..Math.Min(buffer.Length, Block)]));
    }
}
