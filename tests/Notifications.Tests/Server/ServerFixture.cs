namespace Notifications.Tests.Server;

/// <summary>One server for the tests of a class.</summary>
public sealed class ServerFixture : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private NotificationsServer? _server;

    public Uri Address => _server!.Address;

    public async ValueTask InitializeAsync() => _server = await NotificationsServer.StartAsync(_folder.Path, "--Notifications:KeepAlive=00:00:01");

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
        _folder.Dispose();
    }
}
