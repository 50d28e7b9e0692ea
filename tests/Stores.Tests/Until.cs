namespace Stores.Tests;

/// <summary>Waiting for a condition, with a limit far beyond what it takes.</summary>
internal static class Until
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public static async Task TrueAsync(Func<bool> condition, Func<string> describe)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        while (!condition())
        {
            if (limit.IsCancellationRequested) Assert.Fail($"Waited in vain: {describe()}");
            await Task.Delay(20, CancellationToken.None);
        }
    }
}
