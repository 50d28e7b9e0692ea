using System.Diagnostics;

namespace Stores.Tests.Sqlite;

/// <summary>A file system of two megabytes, which only root may mount.</summary>
public sealed class FullDiskTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private bool _isMounted;

    [Fact]
    public async Task A_full_disk_is_told_of_and_publishing_goes_on_when_there_is_room()
    {
        await using var logs = new SqliteLogs(Path.Combine(_folder.Path, "topics.db"));
        var log = logs.Open();
        await log.AppendAsync(Records.Item("before"), TestContext.Current.CancellationToken);
        var filler = Path.Combine(_folder.Path, "filler");
        await Assert.ThrowsAsync<IOException>(() => File.WriteAllBytesAsync(filler, new byte[4_000_000], TestContext.Current.CancellationToken));

        var large = Records.Item(new string('x', 100_000));
        var fault = await Assert.ThrowsAsync<TopicUnavailableException>(async () => await log.AppendAsync(large, TestContext.Current.CancellationToken));
        Assert.Equal(["before"], (await Records.ReadAsync(log)).Select(Records.Text));
        File.Delete(filler);
        var after = await log.AppendAsync(Records.Item("after"), TestContext.Current.CancellationToken);

        Assert.Contains("full", fault.Message);
        Assert.Equal(2ul, after.Major);
        Assert.Equal(["before", "after"], (await Records.ReadAsync(log)).Select(Records.Text));
    }

    public async ValueTask InitializeAsync()
    {
        Tool.RequireLinux();
        _isMounted = await RunAsync("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", _folder.Path);
        if (!_isMounted) Tool.SkipUnlessRequired("A file system cannot be mounted here.");
    }

    public async ValueTask DisposeAsync()
    {
        if (_isMounted) await RunAsync("umount", "--lazy", _folder.Path);
        _folder.Dispose();
    }

    private static async Task<bool> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Tool.Require(program), arguments) { RedirectStandardError = true })!;
        await process.WaitForExitAsync(CancellationToken.None);
        return process.ExitCode == 0;
    }
}
