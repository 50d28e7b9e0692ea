namespace Notifications.Load;

/// <summary>The sample with the framework's feed beside its own. It writes its address and then nothing.</summary>
internal static class LoadServer
{
    public static async Task RunAsync(string folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["Notifications:Folder"] = folder;
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddNotifications(builder.Configuration);
        await using var app = builder.Build();
        app.MapNotifications();
        FrameworkFeed.Map(app);
        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        await app.WaitForShutdownAsync();
    }
}
