namespace Jero.Testing.Hosting;

/// <summary>Represents a running app.</summary>
internal interface IAppHost : IAsyncDisposable
{
    IServiceProvider Services { get; }

    /// <summary>Creates a handler that sends without a socket.</summary>
    HttpMessageHandler CreateInProcessHandler();
}
