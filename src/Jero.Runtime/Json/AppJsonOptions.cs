using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Jero.Json;

/// <summary>The JSON options of the app, as minimal APIs use them.</summary>
internal static class AppJsonOptions
{
    /// <summary>
    /// Adds a resolver behind the app's own and before the one that falls back to reflection. Options that have been used are frozen:
    /// then only Jero's endpoints, which do not need it to write, know the types.
    /// </summary>
    public static void Offer(IServiceProvider services, IJsonTypeInfoResolver resolver)
    {
        if (services.GetService<IOptions<JsonOptions>>()?.Value.SerializerOptions is not { IsReadOnly: false } options
            || options.TypeInfoResolverChain.Contains(resolver))
        {
            return;
        }

        var chain = options.TypeInfoResolverChain;
        var fallback = chain.Count;
        while (fallback > 0 && chain[fallback - 1] is DefaultJsonTypeInfoResolver)
        {
            fallback--;
        }

        chain.Insert(fallback, resolver);
    }
}
