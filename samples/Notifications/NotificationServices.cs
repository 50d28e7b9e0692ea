using System.Reflection;
using Jero;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Notifications.Feeds;
using Notifications.Stores;

namespace Notifications;

/// <summary>What the app consists of.</summary>
public static class NotificationServices
{
    internal const string CookieName = "notifications";

    public static void AddNotifications(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection("Notifications");
        var options = section.Get<NotificationOptions>() ?? new NotificationOptions();
        services.AddSingleton(Microsoft.Extensions.Options.Options.Create(options));
        services.AddSingleton(TimeProvider.System);
        services.AddJero(jero => jero.SendTimeout = options.SendTimeout);
        services.AddSingleton<Topics>();
        services.AddSingleton<StoredRecords>();
        services.AddSingleton<Feed>();
        services.AddHostedService(provider => provider.GetRequiredService<Feed>());

        // Other processes, and this one after a restart, have to know its cookies.
        var keys = services.AddDataProtection().SetApplicationName("Notifications");
        if (configuration.GetConnectionString("Redis") is { Length: > 0 } redis)
        {
            var connections = new RedisConnections(redis);
            services.AddSingleton(_ => connections);
            services.AddSingleton<INotificationStore, RedisStore>();
            keys.PersistKeysToStackExchangeRedis(() => connections.Commands, "notifications:keys");
        }
        else
        {
            services.AddSingleton<INotificationStore, LocalStore>();
            // When they are needed, and not when a build only asks for the document.
            services.AddOptions<KeyManagementOptions>().Configure<ILoggerFactory>((management, loggers) => management.XmlRepository =
                new FileSystemXmlRepository(new DirectoryInfo(Path.Combine(DataFolder.Of(options), "keys")), loggers));
        }

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

        // The tool that writes the document at build starts the app, which then is not to open the store beside a server that runs.
        // https://learn.microsoft.com/aspnet/core/fundamentals/openapi/aspnetcore-openapi#generate-openapi-documents-at-build-time
        if (Assembly.GetEntryAssembly()?.GetName().Name == "GetDocument.Insider") services.RemoveAll<IHostedService>();
    }

    public static void MapNotifications(this WebApplication app)
    {
        app.MapJero();
        app.MapJeroOpenApi(configure: FeedDocument.Configure);
        app.MapPage();
    }

    private static Task Answer(Microsoft.AspNetCore.Authentication.RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
