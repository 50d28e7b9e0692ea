using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Client.Reading;

/// <summary>The app of the child process: sends bytes that are there already.</summary>
internal static class RowServer
{
    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        await using var app = builder.Build();
        app.Run(static async http =>
        {
            var isEvents = http.Request.Path == "/events";
            var bytes = isEvents ? Bodies.Events : Bodies.Lines;
            http.Response.ContentType = isEvents ? "text/event-stream" : "application/x-ndjson";
            for (var start = 0; start < bytes.Length; start += 28 * 1024)
            {
                await http.Response.Body.WriteAsync(bytes.AsMemory(start, Math.Min(28 * 1024, bytes.Length - start)));
            }
        });
        await app.StartAsync();
        Console.WriteLine(new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port);
        await app.WaitForShutdownAsync();
    }
}
