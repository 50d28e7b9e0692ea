namespace Inspector.Tests.App;

[Endpoint("/fault")]
public sealed partial class FaultEndpoint
{
    /// <summary>Two lines, then a fault.</summary>
    public NDJSONStreamingResponse<Row> Get() => new(Rows());

    private static async IAsyncEnumerable<Row> Rows()
    {
        yield return new Row(1, "one");
        yield return new Row(2, "two");
        await Task.Yield();
        throw new InvalidOperationException($"The cable broke. {Hostile.Markup}");
    }
}
