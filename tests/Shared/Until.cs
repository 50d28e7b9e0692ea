namespace Shared;

/// <summary>Waiting for a condition, with a limit far beyond what it takes.</summary>
internal static class Until
{
    public static TimeSpan Limit { get; } = TimeSpan.FromMinutes(2);

    public static Task TrueAsync(Func<bool> condition, string what) => TrueAsync(condition, () => what);

    public static Task TrueAsync(Func<bool> condition, Func<string> describe) => TrueAsync(() => Task.FromResult(condition()), describe);

    public static Task TrueAsync(Func<Task<bool>> condition, string what) => TrueAsync(condition, () => what);

    private static async Task TrueAsync(Func<Task<bool>> condition, Func<string> describe)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        while (!await condition())
        {
            if (limit.IsCancellationRequested) Assert.Fail($"Waited in vain: {describe()}");
            await Task.Delay(5, CancellationToken.None);
        }
    }
}
