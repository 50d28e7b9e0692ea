using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Jero;
using Microsoft.AspNetCore.Mvc;

namespace Cookbook;

public sealed record LogFile(string Path);

[Endpoint("/log")]
public sealed partial class LogEndpoint(LogFile log)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.25);

    /// <summary>The lines of the log as they are written.</summary>
    /// <param name="lastEventId">Where the last line that the client has seen ends: the id of its event.</param>
    public SSEResponse Get([FromHeader(Name = "Last-Event-ID")] string? lastEventId) =>
        new(FollowAsync(long.TryParse(lastEventId, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : 0));

    private async IAsyncEnumerable<ServerSentEvent<string>> FollowAsync(
        long position, [EnumeratorCancellation] CancellationToken token = default)
    {
        await using var file = new FileStream(log.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var timer = new PeriodicTimer(Interval);
        var buffer = new byte[16 * 1024];
        var line = new MemoryStream();   // what there is of a line that has no end yet
        do
        {
            if (position + line.Length > file.Length)
            {
                position = 0;   // the file was emptied
                line.SetLength(0);
            }

            file.Position = position + line.Length;
            for (int count; (count = await file.ReadAsync(buffer, token)) > 0;)
            {
                for (var start = 0; start < count;)
                {
                    var length = buffer.AsSpan(start, count - start).IndexOf((byte)'\n');
                    line.Write(buffer, start, length < 0 ? count - start : length);
                    if (length < 0) break;
                    start += length + 1;
                    position += line.Length + 1;
                    yield return new(Encoding.UTF8.GetString(line.ToArray())) { Id = position.ToString(CultureInfo.InvariantCulture) };
                    line.SetLength(0);
                }
            }
        }
        while (await timer.WaitForNextTickAsync(token));
    }
}
