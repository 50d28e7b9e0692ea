using System.Text;
using Shared;

namespace Topics.Tests.Server;

/// <summary>Reads a stream block by block, as it is on the wire.</summary>
internal sealed class EventReader(HttpResponseMessage response, Stream stream) : IDisposable
{
    private readonly StreamReader _reader = new(stream, Encoding.UTF8);

    /// <summary>The next block without its blank line, keepalives left out; null at the end.</summary>
    public async Task<string?> NextAsync()
    {
        var lines = new List<string>();
        while (await _reader.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Until.Limit, TestContext.Current.CancellationToken) is { } line)
        {
            if (line.Length > 0)
            {
                lines.Add(line);
            }
            else if (lines is not [": ping"])
            {
                return string.Join('\n', lines);
            }
            else
            {
                lines.Clear();
            }
        }

        Assert.Empty(lines);
        return null;
    }

    public async Task<List<string>> TakeAsync(int count)
    {
        var blocks = new List<string>();
        while (blocks.Count < count)
        {
            blocks.Add(Assert.IsType<string>(await NextAsync()));
        }

        return blocks;
    }

    public void Dispose() => response.Dispose();

    /// <summary>The value of a field of a block.</summary>
    public static string? Field(string block, string name) =>
        block.Split('\n').FirstOrDefault(line => line.StartsWith(name + ": ", StringComparison.Ordinal))?[(name.Length + 2)..];
}
