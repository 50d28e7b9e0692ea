using System.Reflection;
using Jero;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.StackExchangeRedis;
using Microsoft.Extensions.DependencyInjection.Extensions;
using StackExchange.Redis;

namespace Notifications;

/// <summary>What the app consists of.</summary>
public static class NotificationServices
{
    internal const string CookieName = "notifications";

    // The tool that writes the document at build starts the app, which then is to open and to write nothing.
    // https://learn.microsoft.com/aspnet/core/fundamentals/openapi/aspnetcore-openapi#generate-openapi-documents-at-build-time
    private static bool IsForDocument => Assembly.GetEntryAssembly()?.GetName().Name == "GetDocument.Insider";

    public static void AddNotifications(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection("Notifications");
        var options = section.Get<NotificationOptions>() ?? new NotificationOptions();
        services.AddSingleton(Microsoft.Extensions.Options.Options.Create(options));
        services.AddSingleton(TimeProvider.System);
        services.AddJero(jero => jero.SendTimeout = options.SendTimeout);
        services.AddSingleton<Topics>();
        services.AddNotificationTopic(options, configuration.GetConnectionString("Redis"));
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = CookieName;
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.SlidingExpiration = false;
            // An EventSource would follow a redirect to a page for people.
            cookie.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized);
            cookie.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden);
        });
        services.AddAuthorization();

        if (IsForDocument) services.RemoveAll<IHostedService>();
    }

    public static void MapNotifications(this WebApplication app)
    {
        app.MapJero();
        app.MapJeroOpenApi(configure: FeedDocument.Configure);
        app.MapPage();
    }

    // The topic, and the keys of the cookies: other processes, and this one after a restart, have to know both.
    private static void AddNotificationTopic(this IServiceCollection services, NotificationOptions options, string? redis)
    {
        var topic = services.AddJeroTopic<Notification>("notifications", topic => topic.RetainCount = options.Retention);
        if (IsForDocument) return;
        var keys = services.AddDataProtection().SetApplicationName("Notifications");
        if (redis is { Length: > 0 })
        {
            topic.UseRedis(redis);
            services.AddSingleton<IConnectionMultiplexer>(_ => ConnectionMultiplexer.Connect($"{redis},abortConnect=false,connectTimeout=2000"));
            services.AddOptions<KeyManagementOptions>().Configure<IConnectionMultiplexer>((management, connection) =>
                management.XmlRepository = new RedisXmlRepository(() => connection.GetDatabase(), "notifications:keys"));
        }
        else
        {
            var folder = DataFolder.Of(options);
            topic.UseSqlite($"Data Source={Path.Combine(folder, "topics.db")}");
            keys.PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(folder, "keys")));
        }
    }

    private static Task Answer(Microsoft.AspNetCore.Authentication.RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
