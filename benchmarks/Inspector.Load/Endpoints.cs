using System.Runtime.CompilerServices;
using Jero;

namespace Inspector.Load;

public sealed record Row(int Number, string Text);

[Endpoint("/idle")]
public sealed partial class IdleEndpoint
{
    public SSEResponse<Row> Get() => new(Wait());

    private static async IAsyncEnumerable<Row> Wait([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        yield return new Row(1, "one");
        await Task.Delay(Timeout.Infinite, cancellationToken);
    }
}

[Endpoint("/rows")]
public sealed partial class RowsEndpoint
{
    private const int Items = 500_000;

    public NDJSONStreamingResponse<Row> Get() => new(Rows());

    private static async IAsyncEnumerable<Row> Rows()
    {
        await Task.CompletedTask;
        for (var number = 0; number < Items; number++)
        {
            yield return new Row(number, "a text of some length");
        }
    }
}

[Endpoint("/awaited")]
public sealed partial class AwaitedEndpoint
{
    private const int Items = 20_000;

    public NDJSONStreamingResponse<Row> Get() => new(Rows());

    // A wait for the source and a flush for each item: the most that an observer is ever told.
    private static async IAsyncEnumerable<Row> Rows()
    {
        for (var number = 0; number < Items; number++)
        {
            await Task.Yield();
            yield return new Row(number, "a text of some length");
        }
    }
}
