using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Jero.Json.Metadata;

/// <summary>Reads the app's JSON options, those that minimal APIs use.</summary>
internal static partial class AppJsonOptions
{
    private static readonly ConditionalWeakTable<JsonSerializerOptions, ConditionalWeakTable<JsonSerializerOptions, BodyJson>> Bodies = [];

    /// <summary>Returns what bodies are read with.</summary>
    /// <param name="services">The services of the request.</param>
    /// <param name="compiled">The JSON options of the assembly.</param>
    public static BodyJson ForBodies(IServiceProvider services, JsonSerializerOptions compiled)
    {
        var app = services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        return Bodies.GetOrCreateValue(compiled).GetValue(app, _ => new BodyJson(app, compiled));
    }

    /// <summary>
    /// Adds an assembly's metadata after all resolvers that the app has. It answers only for types that nothing else knows, and for none if
    /// the app uses reflection, so the JSON of other endpoints does not change. Options that have been used are frozen. Then only Jero's
    /// endpoints know the types, and they do not need the options to write.
    /// </summary>
    public static void Offer(IServiceProvider services, JsonSerializerOptions compiled)
    {
        var resolver = compiled.TypeInfoResolver!;
        if (services.GetService<IOptions<JsonOptions>>()?.Value.SerializerOptions is not { IsReadOnly: false } options
            || options.TypeInfoResolverChain.Contains(resolver))
        {
            return;
        }

        // Options without a resolver get the one that uses reflection when they are first used, unless they have another by then.
        if (options.TypeInfoResolver is not null || !JsonSerializer.IsReflectionEnabledByDefault)
        {
            options.TypeInfoResolverChain.Add(resolver);
        }

        var differences = Differences(options, compiled);
        if (differences.Length > 0 && services.GetService<ILoggerFactory>()?.CreateLogger("Jero.Json") is { } logger)
        {
            OptionsDiffer(logger, string.Join(", ", differences));
        }
    }

    private static string[] Differences(JsonSerializerOptions app, JsonSerializerOptions compiled) =>
    [
        .. Named(nameof(app.PropertyNamingPolicy), app.PropertyNamingPolicy == compiled.PropertyNamingPolicy),
        .. Named(nameof(app.DictionaryKeyPolicy), app.DictionaryKeyPolicy == compiled.DictionaryKeyPolicy),
        .. Named(nameof(app.DefaultIgnoreCondition), app.DefaultIgnoreCondition == compiled.DefaultIgnoreCondition),
        .. Named(nameof(app.NumberHandling), app.NumberHandling == compiled.NumberHandling),
        .. Named(nameof(app.IncludeFields), app.IncludeFields == compiled.IncludeFields),
        .. Named(nameof(app.Converters), app.Converters.Count == 0),
    ];

    private static string[] Named(string option, bool isSame) => isSame ? [] : [option];

    [LoggerMessage(
        1,
        LogLevel.Warning,
        "The app's JSON options differ from those that Jero's endpoints were compiled with: {Options}. Jero uses the compiled options; set the same in [assembly: JeroJsonOptions].")]
    private static partial void OptionsDiffer(ILogger logger, string options);
}
