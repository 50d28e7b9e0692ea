using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Items;

namespace Jero.Loopback.Server;

/// <summary>Writes one item by hand; how many bytes.</summary>
internal delegate int HandWrite<in T>(T item, Span<byte> bytes);

/// <summary>What a user would pick instead, and the bounds of what is possible.</summary>
internal static class PeerRoutes
{
    // Jero's own, so that all sides hand on the same batches.
    private const int BatchSize = 28 * 1024;
    private const int LargestItem = 1024;

    public static void MapPeers(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/aspnet/slow/sse", (CancellationToken token) => TypedResults.ServerSentEvents(Rows.SlowFirst(token)));
        routes.MapGet("/aspnet/idle", (CancellationToken token) => TypedResults.ServerSentEvents(Rows.OneThenWait(token)));
        routes.MapGet("/aspnet/ticks", (CancellationToken token) => TypedResults.ServerSentEvents(Broadcast.Ticks(token)));

        // Only this overload passes the token on by itself.
        routes.MapGet("/aspnet/idle/event", () => TypedResults.ServerSentEvents(Rows.EventThenWait()));
        routes.MapGet("/bare/idle", BareIdleAsync);

        routes.MapGet("/aspnet/row", (int count) => Ready.Rows.Many(count));
        routes.MapGet("/aspnet/movie", (int count) => Ready.Movies.Many(count));
        routes.MapGet("/aspnet/remark", (int count) => Ready.Remarks.Many(count));
        routes.MapGet("/aspnet/wide", (int count) => Ready.Wides.Many(count));
        routes.MapGet("/aspnet/order", (int count) => Ready.Orders.Many(count));
        routes.MapGet("/aspnet/row/events", (int count) => TypedResults.ServerSentEvents(Ready.Rows.Many(count)));
        routes.MapGet("/aspnet/movie/events", (int count) => TypedResults.ServerSentEvents(Ready.Movies.Many(count)));

        MapLines(routes, "row", Ready.Rows, SystemTextJson.Default.Row, HandWriters.Write);
        MapLines(routes, "movie", Ready.Movies, SystemTextJson.Default.Movie, HandWriters.Write);
        MapLines(routes, "remark", Ready.Remarks, SystemTextJson.Default.Remark, HandWriters.Write);
        MapLines(routes, "wide", Ready.Wides, SystemTextJson.Default.Wide, HandWriters.Write);
        MapLines(routes, "order", Ready.Orders, SystemTextJson.Default.Order, HandWriters.Write);
    }

    private static void MapLines<T>(IEndpointRouteBuilder routes, string name, Ready<T> items, JsonTypeInfo<T> type, HandWrite<T> write)
    {
        routes.MapGet($"/ready/{name}", http => ReadyAsync(http, items));
        routes.MapGet($"/hand/{name}", http => HandAsync(http, items, write));
        routes.MapGet($"/stj/{name}", http => SystemTextJsonAsync(http, items, type));
    }

    /// <summary>What the server itself takes for a response that is held open.</summary>
    private static async Task BareIdleAsync(HttpContext http)
    {
        http.Response.ContentType = "text/event-stream";
        await http.Response.BodyWriter.WriteAsync("data: {}\n\n"u8.ToArray(), http.RequestAborted);
        await Task.Delay(Timeout.InfiniteTimeSpan, http.RequestAborted);
    }

    /// <summary>The limit: the same source, but each item's bytes are ready and only copied.</summary>
    private static async Task ReadyAsync<T>(HttpContext http, Ready<T> items)
    {
        http.Response.ContentType = "application/x-ndjson";
        var lines = items.Lines;
        var buffer = new byte[2 * BatchSize];
        var length = 0;
        var next = 0;
        await foreach (var _ in items.Many(Count(http)).WithCancellation(http.RequestAborted))
        {
            var line = lines[next++ & (lines.Length - 1)];
            line.CopyTo(buffer.AsSpan(length));
            length += line.Length;
            if (length >= BatchSize)
            {
                await http.Response.BodyWriter.WriteAsync(buffer.AsMemory(0, length), http.RequestAborted);
                length = 0;
            }
        }

        await http.Response.BodyWriter.WriteAsync(buffer.AsMemory(0, length), http.RequestAborted);
    }

    /// <summary>The best that can be done by hand, without a thought for what is not measured here.</summary>
    private static async Task HandAsync<T>(HttpContext http, Ready<T> items, HandWrite<T> write)
    {
        http.Response.ContentType = "application/x-ndjson";
        var buffer = new byte[BatchSize + LargestItem];
        var length = 0;
        await foreach (var item in items.Many(Count(http)).WithCancellation(http.RequestAborted))
        {
            length += write(item, buffer.AsSpan(length));
            buffer[length++] = (byte)'\n';
            if (length >= BatchSize)
            {
                await http.Response.BodyWriter.WriteAsync(buffer.AsMemory(0, length), http.RequestAborted);
                length = 0;
            }
        }

        await http.Response.BodyWriter.WriteAsync(buffer.AsMemory(0, length), http.RequestAborted);
    }

    /// <summary>The loop that a careful user writes by hand.</summary>
    private static async Task SystemTextJsonAsync<T>(HttpContext http, Ready<T> items, JsonTypeInfo<T> type)
    {
        http.Response.ContentType = "application/x-ndjson";
        var buffer = new ArrayBufferWriter<byte>(2 * BatchSize);
        await using var writer = new Utf8JsonWriter(
            buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
        await foreach (var item in items.Many(Count(http)).WithCancellation(http.RequestAborted))
        {
            JsonSerializer.Serialize(writer, item, type);
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

    private static int Count(HttpContext http) => int.Parse(http.Request.Query["count"]!, CultureInfo.InvariantCulture);
}
