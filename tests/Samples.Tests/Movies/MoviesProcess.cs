using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace Samples.Tests.Movies;

/// <summary>The sample as a process of its own.</summary>
internal sealed partial class MoviesProcess(string program) : IMoviesHost
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private static readonly Dictionary<string, LogLevel> Levels = new()
    {
        ["trce"] = LogLevel.Trace,
        ["dbug"] = LogLevel.Debug,
        ["info"] = LogLevel.Information,
        ["warn"] = LogLevel.Warning,
        ["fail"] = LogLevel.Error,
        ["crit"] = LogLevel.Critical,
    };

    private readonly TemporaryDatabase _database = new();
    private ChildProcess? _process;

    public int Port { get; private set; }

    // The console's form: a line with the level and the category, then the message, indented.
    public IReadOnlyList<(LogLevel Level, string Message)> Log =>
        [.. LogEntry().Matches(_process!.Output).Select(match => (Levels[match.Groups["level"].Value], match.Groups["message"].Value))];

    public async ValueTask StartAsync()
    {
        _process = new ChildProcess(
            Path.GetFullPath(program),
            [],
            Path.GetDirectoryName(Path.GetFullPath(program))!,
            [new("ConnectionStrings__Movies", _database.ConnectionString), new("ASPNETCORE_URLS", "http://127.0.0.1:0"), new("ASPNETCORE_HTTP_PORTS", null),
                // A slow heartbeat of a busy machine is a warning.
                new("Logging__LogLevel__Microsoft.AspNetCore.Server.Kestrel", "Error"),
            ]);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        Match match;
        while (!(match = Listening().Match(_process.Output)).Success)
        {
            Assert.False(_process.HasExited || limit.IsCancellationRequested, $"The sample did not start. It wrote: {_process.Output}");
            await Task.Delay(20, CancellationToken.None);
        }

        Port = int.Parse(match.Groups["port"].Value);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        _database.Dispose();
    }

    [GeneratedRegex(@"Now listening on: http://127\.0\.0\.1:(?<port>\d+)")]
    private static partial Regex Listening();

    [GeneratedRegex(@"^(?<level>[a-z]{4}): .*\[\d+\]\n {6}(?<message>.*)$", RegexOptions.Multiline)]
    private static partial Regex LogEntry();
}
