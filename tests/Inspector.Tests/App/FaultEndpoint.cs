namespace Inspector.Tests.App;

[Endpoint("/fault")]
public sealed partial class FaultEndpoint
{
    /// <summary>What a fault waits for that is to come behind what a client has read.</summary>
    internal static TaskCompletionSource Go { get; set; } = new();

    /// <summary>Two lines, then a fault.</summary>
    /// <param name="waits">Whether the fault waits until the test wants it.</param>
    public NDJSONStreamingResponse<Row> Get(bool? waits) => new(Rows(waits == true ? Go.Task : Task.CompletedTask));

    private static async IAsyncEnumerable<Row> Rows(Task go)
    {
        yield return new Row(1, "one");
        yield return new Row(2, "two");
        await go;
        throw new InvalidOperationException($"The cable broke. {Hostile.Markup}");
    }
}
