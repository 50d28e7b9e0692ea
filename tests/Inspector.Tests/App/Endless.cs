using System.Runtime.CompilerServices;

namespace Inspector.Tests.App;

/// <summary>Sources that wait for ever behind their items.</summary>
internal static class Endless
{
    public static async IAsyncEnumerable<T> Then<T>(
        IEnumerable<T> items, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var item in items)
        {
            yield return item;
        }

        await Task.Delay(Timeout.Infinite, cancellationToken);
    }
}
