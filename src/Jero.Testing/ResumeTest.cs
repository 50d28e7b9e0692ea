using Jero.Testing.Client;

namespace Jero.Testing;

/// <summary>Tests streams that resume after a <c>Last-Event-ID</c>.</summary>
public static class ResumeTest
{
    /// <summary>
    /// Reads <paramref name="count"/> events in one connection, then cuts the same stream after each event in turn and reconnects. The
    /// events before and after the cut must be the same as without it: none lost, and none twice. The stream must be the same each time it
    /// is opened.
    /// </summary>
    /// <param name="app">The app.</param>
    /// <param name="path">The path and query of the stream.</param>
    /// <param name="count">How many events to read, at least 2.</param>
    /// <param name="lastEventId">The id to begin after; null begins where the stream does.</param>
    /// <exception cref="StreamTestException">
    /// An event has no id, or a cut loses or repeats an event. The message shows both results.
    /// </exception>
    public static async Task CutEverywhereAsync(StreamApp app, string path, int count, string? lastEventId = null)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        var whole = await ReadAsync(app, path, lastEventId, count).ConfigureAwait(false);
        if (whole.FirstOrDefault(item => item.Id is null) is { Item: not null } without)
        {
            throw new StreamTestException(
                $"CutEverywhereAsync: an event of {path} has no id, so a client cannot resume after it:\n  {Text(without)}");
        }

        for (var cut = 1; cut < count; cut++)
        {
            var before = await ReadAsync(app, path, lastEventId, cut).ConfigureAwait(false);
            var after = await ReadAsync(app, path, before[^1].Id, count - cut).ConfigureAwait(false);
            Compare(path, cut, whole, [.. before, .. after]);
        }
    }

    private static async Task<IReadOnlyList<StreamItem<string>>> ReadAsync(StreamApp app, string path, string? lastEventId, int count)
    {
        var stream = await app.OpenAsync<string>(path, lastEventId).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var items = await stream.TakeAsync(count).ConfigureAwait(false);
            await stream.DropAsync().ConfigureAwait(false);
            return items;
        }
    }

    private static void Compare(string path, int cut, IReadOnlyList<StreamItem<string>> whole, IReadOnlyList<StreamItem<string>> parts)
    {
        for (var position = 0; position < whole.Count; position++)
        {
            if (parts[position] != whole[position])
            {
                throw new StreamTestException(
                    $"CutEverywhereAsync: {path} was cut after event {cut}, and after the reconnect " +
                    $"{Fault(position, whole, parts)}, at position {position + 1}.\n" +
                    $"Uncut:\n  {Text(whole[position])}\n" +
                    $"Cut and reconnected with id {whole[cut - 1].Id}:\n  {Text(parts[position])}");
            }
        }
    }

    private static string Fault(int position, IReadOnlyList<StreamItem<string>> whole, IReadOnlyList<StreamItem<string>> parts) =>
        parts.Take(position).Contains(parts[position]) ? "an event came twice"
        : whole.Skip(position).Contains(parts[position]) ? "an event was lost"
        : "an event differs";

    private static string Text(StreamItem<string> item) =>
        Messages.Short(new RawItem(item.Id, item.Event, item.Item, Bytes: null).ToString());
}
