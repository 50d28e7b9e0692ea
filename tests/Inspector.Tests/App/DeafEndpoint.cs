namespace Inspector.Tests.App;

[Endpoint("/deaf")]
public sealed partial class DeafEndpoint(Gate gate)
{
    /// <summary>A line, and then a source that waits for the gate and does not hear its token.</summary>
    /// <param name="blocks">Whether it holds its thread meanwhile; then the line is so long that it is sent before.</param>
    public NDJSONStreamingResponse<Row> Get(bool? blocks) => new(Rows(gate.Opened, blocks == true));

    private static async IAsyncEnumerable<Row> Rows(Task go, bool blocks)
    {
        yield return new Row(1, blocks ? new string('x', 40_000) : "one");
        if (blocks)
        {
            go.Wait();
        }

        await go;
    }
}
