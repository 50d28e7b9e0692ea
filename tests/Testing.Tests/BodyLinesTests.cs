using System.IO.Pipelines;
using Jero.Testing.Client;

namespace Testing.Tests;

/// <summary>When a client has made use of what has come: the clock may move only then.</summary>
public sealed class BodyLinesTests
{
    [Fact]
    public async Task A_body_waits_only_while_its_parser_asks_for_what_has_not_come()
    {
        var pipe = new Pipe();
        var waits = 0;
        await using var body = new BodyLines(pipe.Reader.AsStream(), splits: true, static () => { }, () => waits++);
        await using var items = ItemReader.EventsAsync(body, TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.False(body.Waits);
        var first = items.MoveNextAsync();
        Assert.True(body.Waits);

        await pipe.Writer.WriteAsync("data: 1\n\ndata: 2\n\n"u8.ToArray(), TestContext.Current.CancellationToken);

        Assert.True(await first);
        Assert.False(body.Waits);
        Assert.True(await items.MoveNextAsync());
        Assert.Equal(18, body.Handed);
        Assert.False(body.Waits);
        Assert.Equal(1, waits);
        var third = items.MoveNextAsync();
        Assert.True(body.Waits);
        Assert.Equal(2, waits);
        await pipe.Writer.CompleteAsync();
        Assert.False(await third);
    }
}
