using System.Globalization;
using Assistant.Models.Embedded;
using Assistant.Models.Upstream;

namespace Assistant.Models;

/// <summary>Chooses the model that answers.</summary>
internal static class ModelServices
{
    /// <summary>The upstream model where there is a key, the embedded one otherwise.</summary>
    /// <exception cref="InvalidOperationException">A setting cannot be read.</exception>
    public static void AddModel(this IServiceCollection services, IConfiguration configuration)
    {
        if (UpstreamSettings.Find(configuration) is { } settings)
        {
            services.AddSingleton(settings);
            services.AddSingleton<IModel, UpstreamModel>();
            return;
        }

        var pace = TimeSpan.FromMilliseconds(configuration["Embedded:MillisecondsAWord"] is { Length: > 0 } text
            ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture)
            : 40);
        services.AddSingleton<IModel>(new EmbeddedModel(pace, TimeProvider.System));
    }
}
