using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Jero.Generated;
using Jero.MinimalApis;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Jero.Topics.Setup;

/// <summary>Chooses how the items of a topic are written and read.</summary>
internal static class TopicItems
{
    /// <summary>Uses the metadata of the app's JSON options, as a minimal API does for a response.</summary>
    public static TopicItem<T> ByOptions<T>(IServiceProvider services)
    {
        var options = services.GetService<IOptions<JsonOptions>>()?.Value ?? new JsonOptions();
        var info = (JsonTypeInfo<T>)AppJsonMetadata.TypeInfo(options.SerializerOptions, typeof(T));
        return new TopicItem<T, JsonTypeInfoWriter<T>>(new JsonTypeInfoWriter<T>(info), () => info);
    }

    /// <summary>Uses a generated writer, and the metadata next to it.</summary>
    public static TopicItem<T> Generated<T, TWriter>(JsonSerializerOptions options, Func<JsonSerializerOptions, JsonTypeInfo>? create)
        where TWriter : struct, IJsonWriter<T> =>
        new TopicItem<T, TWriter>(default, () => (JsonTypeInfo<T>)(create?.Invoke(options) ?? options.GetTypeInfo(typeof(T))));
}
