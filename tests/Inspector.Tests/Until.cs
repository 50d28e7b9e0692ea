namespace Inspector.Tests;

/// <summary>Waiting for a condition, with a limit far beyond what it takes.</summary>
internal static class Until
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    public static Task TrueAsync(Func<bool> condition, string what) => TrueAsync(() => Task.FromResult(condition()), what);

    public static async Task TrueAsync(Func<Task<bool>> condition, string what)
    {
        var limit = DateTime.UtcNow + Limit;
        while (!await condition())
        {
            Assert.True(DateTime.UtcNow < limit, $"Waited in vain: {what}");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
