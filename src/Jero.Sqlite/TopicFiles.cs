using System.Collections.Concurrent;

namespace Jero.Sqlite;

/// <summary>Holds the files of an app. Each is opened once, however many topics are in it, and closed with the app's services.</summary>
internal sealed class TopicFiles : IAsyncDisposable
{
    private readonly ConcurrentDictionary<TopicFileSource, TopicFile> _files = new();

    public TopicFile Get(TopicFileSource source) => _files.GetOrAdd(source, static found => new TopicFile(found));

    public async ValueTask DisposeAsync()
    {
        foreach (var file in _files.Values)
        {
            await file.DisposeAsync().ConfigureAwait(false);
        }
    }
}
