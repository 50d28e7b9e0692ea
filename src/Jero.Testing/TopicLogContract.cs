using Jero.Testing.Topics;

namespace Jero.Testing;

/// <summary>
/// Tests a store of topics: one check for each sentence of <see cref="ITopicLog"/>. It works with any test framework. Write one test for
/// each of <see cref="Names"/>, for instance as a theory.
/// </summary>
/// <param name="open">
/// Opens an empty log that keeps this many records, or some hundreds more if the store trims in blocks. Each check opens its own log. A log
/// that is <see cref="IAsyncDisposable"/> or <see cref="IDisposable"/> is disposed at the end of its check.
/// </param>
public sealed class TopicLogContract(Func<int, Task<ITopicLog>> open)
{
    // Far longer than a store takes for any of it.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Gets the names of the checks, which read as sentences.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. LogChecks.All.Keys];

    /// <summary>Runs one check.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <exception cref="StreamTestException">The store does not pass the check. The message says why.</exception>
    /// <exception cref="ArgumentException">There is no check of that name.</exception>
    public async Task CheckAsync(string name)
    {
        if (!LogChecks.All.TryGetValue(name, out var check))
        {
            throw new ArgumentException($"There is no check '{name}'. The checks are: {string.Join("; ", Names)}.", nameof(name));
        }

        var log = await open(check.RetainCount).ConfigureAwait(false);
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await check.RunAsync(new CheckedLog(log, name, limit.Token)).WaitAsync(Limit).ConfigureAwait(false);
        }
        catch (Exception exception) when (
            exception is TimeoutException || (exception is OperationCanceledException && limit.IsCancellationRequested))
        {
            throw new StreamTimeoutException(
                $"'{name}' is not over after {Limit.TotalSeconds} s: the store has not returned what was appended.", exception);
        }
        finally
        {
            await DisposeAsync(log).ConfigureAwait(false);
        }
    }

    /// <summary>Runs every check, one after another.</summary>
    /// <exception cref="StreamTestException">The store does not pass a check. This is the first one.</exception>
    public async Task CheckAllAsync()
    {
        foreach (var name in Names)
        {
            await CheckAsync(name).ConfigureAwait(false);
        }
    }

    private static async ValueTask DisposeAsync(ITopicLog log)
    {
        if (log is IAsyncDisposable later)
        {
            await later.DisposeAsync().ConfigureAwait(false);
        }
        else if (log is IDisposable now)
        {
            now.Dispose();
        }
    }
}
