namespace Jero.Testing.Hosting;

/// <summary>A running app.</summary>
internal interface IAppHost : IAsyncDisposable
{
    IServiceProvider Services { get; }

    /// <summary>Sends without a socket.</summary>
    HttpMessageHandler CreateInProcessHandler();
}
