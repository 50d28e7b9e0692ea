using Notifications.Tests.Server;

namespace Notifications.Tests.Browser;

/// <summary>
/// One server for the tests of a class whose pages need no other: a page shows what comes after its first sign-in, and each test has a profile
/// of its own.
/// </summary>
public sealed class PageServer : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private NotificationsServer? _server;

    public Uri Address => _server!.Address;

    public async ValueTask InitializeAsync() => _server = await NotificationsServer.StartAsync(_folder.Path);

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
        _folder.Dispose();
    }
}
