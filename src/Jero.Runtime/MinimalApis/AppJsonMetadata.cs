using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Jero.MinimalApis;

/// <summary>Finds the metadata of a type in the app's JSON options.</summary>
internal static class AppJsonMetadata
{
    private static readonly JsonOptions Defaults = new();

    public static JsonTypeInfoWriter<T> Writer<T>(HttpContext http) => new((JsonTypeInfo<T>)TypeInfo(http, typeof(T)));

    /// <exception cref="InvalidOperationException">The options have no metadata for the type.</exception>
    public static JsonTypeInfo TypeInfo(HttpContext http, Type type) => TypeInfo(Options(http), type);

    /// <inheritdoc cref="TypeInfo(HttpContext, Type)"/>
    public static JsonTypeInfo TypeInfo(JsonSerializerOptions options, Type type) =>
        options.TryGetTypeInfo(type, out var info)
            ? info
            : throw new InvalidOperationException(
                $"The app's JSON options have no metadata for {type}. Add it to a JsonSerializerContext with [JsonSerializable(typeof({type.Name}))] and the "
                + "context to the options: services.ConfigureHttpJsonOptions(o => o.SerializerOptions.TypeInfoResolverChain.Insert(0, MyContext.Default)).");

    private static JsonSerializerOptions Options(HttpContext http) =>
        (http.RequestServices?.GetService<IOptions<JsonOptions>>()?.Value ?? Defaults).SerializerOptions;
}
