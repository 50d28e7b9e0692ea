using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;

namespace Jero.Sqlite;

/// <summary>
/// Opens the file as the app starts, so that one which a newer version has written is told of at once and not with the first publication.
/// A file that cannot be reached at the moment is no reason not to start.
/// </summary>
internal sealed class SchemaCheck(TopicFile file) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.Run(Check, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Check()
    {
        try
        {
            using var connection = file.Open();
        }
        catch (SqliteException)
        {
            // Publishing and reading say it, and go on when the file is there.
        }
    }
}
