using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;

namespace Jero.Testing.Hosting;

/// <summary>Hosts the app of a program, started by its own entry point.</summary>
internal sealed class ProgramHost<TProgram> : WebApplicationFactory<TProgram>, IAppHost
    where TProgram : class
{
    private readonly HostSetup _setup;

    public ProgramHost(HostSetup setup)
    {
        _setup = setup;
        if (setup.IsKestrel)
        {
            UseKestrel(setup.Listen);
        }
    }

    public HttpMessageHandler CreateInProcessHandler() => Server.CreateHandler();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        _setup.Configure(builder);
        builder.ConfigureTestServices(_setup.AddTo);
    }
}
