using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace Cookbook.Tests;

/// <summary>The recipe of the outbox, as a process that dies between publishing a row and taking it out.</summary>
public sealed partial class OutboxTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("jero-outbox-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_published_before_the_kill_is_published_once()
    {
        string position;
        await using (var dying = Start("dies"))
        {
            using var client = await ConnectAsync(dying);
            using var stock = await client.GetAsync("/stock", HttpCompletionOption.ResponseHeadersRead, Cancellation);
            using var events = new StreamReader(await stock.Content.ReadAsStreamAsync(Cancellation));
            position = (await events.ReadLineAsync(Cancellation))!["id: ".Length..];
            Assert.Equal(HttpStatusCode.NoContent, await SellAsync(client));
            await dying.WaitForExitAsync(TimeSpan.FromMinutes(1));
        }

        // It is in both: the process has died between the two.
        Assert.Equal((1L, 1L), (Count("stock.db", "jero_records"), Count("shop.db", "Outbox")));

        await using var back = Start();
        using var again = await ConnectAsync(back);
        for (var i = 0; i < 4; i++) Assert.Equal(HttpStatusCode.NoContent, await SellAsync(again));
        Assert.Equal(HttpStatusCode.Conflict, await SellAsync(again));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/stock?article=lamp") { Headers = { { "Last-Event-ID", position } } };
        using var response = await again.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(Cancellation));
        var left = new List<string>();
        while (left.Count < 5)
        {
            var line = await lines.ReadLineAsync(Cancellation);
            Assert.NotNull(line);
            if (line.StartsWith("data: ", StringComparison.Ordinal)) left.Add(line);
        }

        Assert.Equal(Enumerable.Range(0, 5).Select(static sold => $$"""data: {"article":"lamp","left":{{4 - sold}}}"""), left);
        while (Count("shop.db", "Outbox") > 0) await Task.Delay(20, Cancellation);
        Assert.Equal(5, Count("stock.db", "jero_records"));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [GeneratedRegex(@"listening on (\S+)")]
    private static partial Regex Listening();

    private ChildProcess Start(params string[] arguments) =>
        new(Path.Combine(AppContext.BaseDirectory, "Cookbook.Outbox"), [_folder.FullName, .. arguments]);

    private static async Task<HttpClient> ConnectAsync(ChildProcess process)
    {
        var limit = DateTime.UtcNow + TimeSpan.FromMinutes(1);
        Match match;
        while (!(match = Listening().Match(process.Output)).Success)
        {
            Assert.True(DateTime.UtcNow < limit && !process.HasExited, process.Output);
            await Task.Delay(20, Cancellation);
        }

        return new HttpClient { BaseAddress = new Uri(match.Groups[1].Value) };
    }

    private static async Task<HttpStatusCode> SellAsync(HttpClient client)
    {
        using var response = await client.PostAsync(new Uri("/articles/lamp/sales", UriKind.Relative), null, Cancellation);
        return response.StatusCode;
    }

    private long Count(string file, string table)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder.FullName, file)};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM {table}";
        return (long)command.ExecuteScalar()!;
    }
}
