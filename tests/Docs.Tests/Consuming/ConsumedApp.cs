using Jero;
using Jero.Testing;

namespace Docs.Tests.Consuming;

internal static class ConsumedApp
{
    public static Task<StreamApp> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        return StreamApp.StartAsync(builder, static app => app.MapJero(), new() { Time = null });
    }
}
