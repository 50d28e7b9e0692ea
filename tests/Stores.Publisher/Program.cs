using System.Globalization;
using System.Text;
using Jero;
using Jero.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

// FILE COUNT: publishes so many records, some at a time, and writes a line for each that is acknowledged.
var (path, count) = (args[0], int.Parse(args[1], CultureInfo.InvariantCulture));
await using var files = new TopicFiles();
var log = new SqliteTopicLog(
    "prices", files.Get(TopicFileSource.Parse($"Data Source={path}")), new Retention(10_000, null), TimeProvider.System,
    NullLogger<SqliteTopicLog>.Instance);
await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (number, cancellationToken) =>
{
    var record = new TopicRecord { At = DateTimeOffset.UtcNow, Payload = Encoding.UTF8.GetBytes($"\"{number}\"") };
    var position = await log.AppendAsync(record, cancellationToken);
    Console.WriteLine($"stored {number} {position}");
});
