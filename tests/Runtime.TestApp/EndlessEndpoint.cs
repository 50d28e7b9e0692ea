using Jero;

namespace Runtime.TestApp;

[Endpoint("/endless/lines")]
public sealed partial class EndlessLinesEndpoint
{
    /// <summary>Lines without end, faster than any client takes them.</summary>
    public NDJSONStreamingResponse<Tick> Get() => new(Endless.Ticks());
}

[Endpoint("/endless/events")]
public sealed partial class EndlessEventsEndpoint
{
    /// <summary>Events without end, faster than any client takes them.</summary>
    public SSEResponse<Tick> Get() => new(Endless.Ticks());
}

[Endpoint("/endless/bytes")]
public sealed partial class EndlessBytesEndpoint
{
    /// <summary>Chunks without end, faster than any client takes them.</summary>
    public StreamingResponse Get() => new(Endless.Chunks());
}

internal static class Endless
{
    public static async IAsyncEnumerable<Tick> Ticks()
    {
        await Task.CompletedTask;
        for (var number = 0; ; number++)
        {
            yield return new Tick(number);
        }
    }

    public static async IAsyncEnumerable<byte[]> Chunks()
    {
        await Task.CompletedTask;
        while (true)
        {
            yield return new byte[64 * 1024];
        }
    }
}
