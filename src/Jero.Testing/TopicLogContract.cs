using Jero.Testing.Topics;

namespace Jero.Testing;

/// <summary>
/// What a topic relies on in its store: a test for each sentence of <see cref="ITopicLog"/>, for whoever writes one. With any test
/// framework: a test for each of <see cref="Names"/>, as a theory for instance.
/// </summary>
/// <param name="open">
/// Opens a log that is empty and keeps so many records, or, where the store trims in blocks, some hundreds more. Each check opens one of
/// its own. A log that is <see cref="IAsyncDisposable"/> or <see cref="IDisposable"/> is disposed when its check is over.
/// </param>
public sealed class TopicLogContract(Func<int, Task<ITopicLog>> open)
{
    // Far beyond what a store takes for any of it.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>The names of the checks, which read as sentences.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. LogChecks.All.Keys];

    /// <summary>Runs one check.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <exception cref="StreamTestException">The store does something else; the message says what.</exception>
    /// <exception cref="ArgumentException">There is no such check.</exception>
    public async Task CheckAsync(string name)
    {
        if (!LogChecks.All.TryGetValue(name, out var check))
        {
            throw new ArgumentException($"There is no check '{name}'. There are: {string.Join("; ", Names)}.", nameof(name));
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
                $"'{name}' is not over after {Limit.TotalSeconds} s: the store has not given what was appended.", exception);
        }
        finally
        {
            await DisposeAsync(log).ConfigureAwait(false);
        }
    }

    /// <summary>Runs every check, one after another.</summary>
    /// <exception cref="StreamTestException">The first that the store does not pass.</exception>
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
