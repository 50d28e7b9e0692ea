using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;

namespace Jero.Sqlite;

/// <summary>
/// Opens the file when the app starts, so that a file that a newer version has written fails the start and not the first publication. A
/// file that cannot be reached at the moment does not fail the start.
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
            // Publishing and reading report it, and continue when the file is available.
        }
    }
}
