namespace Inspector.Tests.App;

[Endpoint("/deaf")]
public sealed partial class DeafEndpoint
{
    /// <summary>What the source waits for, and not for its client.</summary>
    internal static TaskCompletionSource Go { get; set; } = new();

    /// <summary>A line, and then a source that does not hear its token.</summary>
    public NDJSONStreamingResponse<Row> Get() => new(Rows(Go.Task));

    private static async IAsyncEnumerable<Row> Rows(Task go)
    {
        yield return new Row(1, "one");
        await go;
    }
}
