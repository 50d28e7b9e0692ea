namespace Inspector.Tests.App;

[Endpoint("/lines")]
public sealed partial class LinesEndpoint
{
    /// <summary>Lines, and no end.</summary>
    /// <param name="count">How many there are; 5 unless given.</param>
    public NDJSONStreamingResponse<Row> Get(int? count) =>
        new(Endless.Then(Enumerable.Range(1, count ?? 5).Select(static number => new Row(number, $"line {number}"))));
}
