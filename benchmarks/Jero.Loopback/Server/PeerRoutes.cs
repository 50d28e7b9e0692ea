using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Jero.Loopback.Server;

/// <summary>What a user would pick instead, and the bounds of what is possible.</summary>
internal static class PeerRoutes
{
    private const int BatchSize = 16 * 1024;

    public static void MapPeers(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/aspnet/slow/sse", (CancellationToken token) => TypedResults.ServerSentEvents(Rows.SlowFirst(token)));
        routes.MapGet("/aspnet/idle", (CancellationToken token) => TypedResults.ServerSentEvents(Rows.OneThenWait(token)));

        // Only this overload passes the token on by itself.
        routes.MapGet("/aspnet/idle/event", () => TypedResults.ServerSentEvents(Rows.EventThenWait()));
        routes.MapGet("/aspnet/array", (int count) => Rows.Many(count));
        routes.MapGet("/aspnet/sse", (int count) => TypedResults.ServerSentEvents(Rows.Many(count)));
        routes.MapGet("/bare/idle", BareIdleAsync);
        routes.MapGet("/ready/ndjson", ReadyAsync);
        routes.MapGet("/stj/ndjson", SystemTextJsonAsync);
    }

    /// <summary>What the server itself takes for a response that is held open.</summary>
    private static async Task BareIdleAsync(HttpContext http)
    {
        http.Response.ContentType = "text/event-stream";
        await http.Response.BodyWriter.WriteAsync("data: {}\n\n"u8.ToArray(), http.RequestAborted);
        await Task.Delay(Timeout.InfiniteTimeSpan, http.RequestAborted);
    }

    private static readonly Lazy<byte[][]> ReadyLines = new(() =>
        [.. Rows.Ready.Select(row => (byte[])[.. JsonSerializer.SerializeToUtf8Bytes(row, RowJson.Default.Row), (byte)'\n'])]);

    /// <summary>The limit: the same source, but each row's bytes are ready and only copied.</summary>
    private static async Task ReadyAsync(HttpContext http)
    {
        http.Response.ContentType = "application/x-ndjson";
        var lines = ReadyLines.Value;
        var buffer = new ArrayBufferWriter<byte>(2 * BatchSize);
        await foreach (var row in Rows.Many(Count(http)).WithCancellation(http.RequestAborted))
        {
            buffer.Write(lines[row.Id & 1023]);
            if (buffer.WrittenCount >= BatchSize)
            {
                await http.Response.BodyWriter.WriteAsync(buffer.WrittenMemory, http.RequestAborted);
                buffer.ResetWrittenCount();
            }
        }

        await http.Response.BodyWriter.WriteAsync(buffer.WrittenMemory, http.RequestAborted);
    }

    /// <summary>The loop that a careful user writes by hand.</summary>
    private static async Task SystemTextJsonAsync(HttpContext http)
    {
        http.Response.ContentType = "application/x-ndjson";
        var buffer = new ArrayBufferWriter<byte>(2 * BatchSize);
        await using var writer = new Utf8JsonWriter(
            buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
        await foreach (var row in Rows.Many(Count(http)).WithCancellation(http.RequestAborted))
        {
            JsonSerializer.Serialize(writer, row, RowJson.Default.Row);
            writer.Reset();
            buffer.Write("\n"u8);
            if (buffer.WrittenCount >= BatchSize)
            {
                await http.Response.BodyWriter.WriteAsync(buffer.WrittenMemory, http.RequestAborted);
                buffer.ResetWrittenCount();
            }
        }

        await http.Response.BodyWriter.WriteAsync(buffer.WrittenMemory, http.RequestAborted);
    }

    private static int Count(HttpContext http) => int.Parse(http.Request.Query["count"]!, System.Globalization.CultureInfo.InvariantCulture);
}
