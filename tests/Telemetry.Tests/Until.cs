namespace Telemetry.Tests;

/// <summary>Waiting for a condition, with a limit far beyond what it takes.</summary>
internal static class Until
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    public static async Task TrueAsync(Func<bool> condition, string what)
    {
        var limit = DateTime.UtcNow + Limit;
        while (!condition())
        {
            Assert.True(DateTime.UtcNow < limit, $"Waited in vain: {what}");
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }
}
