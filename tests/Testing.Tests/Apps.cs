using Jero;
using Jero.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Testing.Tests.Products;

namespace Testing.Tests;

/// <summary>The products of this project as an app: those that work, those that are broken, and those that are not Jero's.</summary>
internal static class Apps
{
    /// <summary>Every way that an app can be hosted in.</summary>
    public static TheoryData<StreamHost, StreamProtocol> Hosts => new()
    {
        { StreamHost.Kestrel, StreamProtocol.Http1 },
        { StreamHost.Kestrel, StreamProtocol.Http2 },
        { StreamHost.InProcess, StreamProtocol.Http1 },
    };

    public static Task<StreamApp> StartAsync(StreamAppOptions? options = null, Action<WebApplication>? map = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<Gate>();
        builder.Services.AddSingleton<Feed>();
        return StreamApp.StartAsync(
            builder,
            web =>
            {
                map?.Invoke(web);
                web.MapJero();
                web.MapJeroOpenApi();
            },
            options ?? new());
    }

    /// <summary>Runs a test that must fail, and returns what it says.</summary>
    public static async Task<string> FailureAsync<TException>(Func<Task> test)
        where TException : StreamTestException => (await Assert.ThrowsAsync<TException>(test)).Message;
}
