namespace Jero.Endpoints;

/// <summary>
/// The services of the app that an endpoint was mapped to. A request's own are a scope, made when it is first asked for and held until the
/// request ends: an idle stream that needs nothing of it is 300 bytes smaller without.
/// </summary>
internal sealed class AppServices(IServiceProvider provider)
{
    public IServiceProvider Provider { get; } = provider;
}
