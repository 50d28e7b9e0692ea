namespace Inspector.Tests.App;

[Endpoint("/load")]
public sealed partial class LoadEndpoint
{
    /// <summary>Items of a size, so many a second.</summary>
    /// <param name="size">The characters of one; 10 unless given.</param>
    /// <param name="rate">How many come in a second; 1,000 unless given.</param>
    public NDJSONStreamingResponse<Row> Get(int? size, int? rate) => new(Rows(size ?? 10, rate ?? 1000));

    private static async IAsyncEnumerable<Row> Rows(int size, int rate)
    {
        var text = new string('x', size);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var number = 0;
        do
        {
            for (var i = 0; i < Math.Max(1, rate / 10); i++)
            {
                yield return new Row(++number, text);
            }
        }
        while (await timer.WaitForNextTickAsync());
    }
}
