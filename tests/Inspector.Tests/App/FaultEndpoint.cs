namespace Inspector.Tests.App;

[Endpoint("/fault")]
public sealed partial class FaultEndpoint(Gate gate)
{
    /// <summary>Two lines, then a fault.</summary>
    /// <param name="waits">Whether the fault waits for the gate, so that it comes behind what a client has read.</param>
    public NDJSONStreamingResponse<Row> Get(bool? waits) => new(Rows(waits == true ? gate.Opened : Task.CompletedTask));

    private static async IAsyncEnumerable<Row> Rows(Task go)
    {
        yield return new Row(1, "one");
        yield return new Row(2, "two");
        await go;
        throw new InvalidOperationException($"The cable broke. {Hostile.Markup}");
    }
}
