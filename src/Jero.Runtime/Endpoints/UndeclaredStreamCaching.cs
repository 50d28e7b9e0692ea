using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Jero.Endpoints;

/// <summary>
/// Leaves streams out of the app's base policies for output caching where <see cref="NoOutputCache"/> cannot: a handler that is declared to
/// return an <see cref="IResult"/> shows only by its answer that it streams. What asks for caching by an attribute or at mapping has it.
/// </summary>
internal sealed class UndeclaredStreamCaching : IOutputCachePolicy
{
    // Whether the answers of an endpoint are streams, once it has given one.
    private static readonly ConditionalWeakTable<Endpoint, StrongBox<bool>> Answers = [];
    private static readonly ConditionalWeakTable<OutputCacheOptions, UndeclaredStreamCaching> Policies = [];

    /// <summary>Adds this policy behind those of the app, once. Call it while the app is configured or mapped.</summary>
    public static void AddTo(IServiceProvider services)
    {
        if (services.GetService<IOutputCacheStore>() is not null && services.GetService<IOptions<OutputCacheOptions>>() is { Value: var options })
        {
            AddTo(options);
        }
    }

    /// <inheritdoc cref="AddTo(IServiceProvider)"/>
    public static void AddTo(OutputCacheOptions options)
    {
        var policy = new UndeclaredStreamCaching();
        if (Policies.TryAdd(options, policy))
        {
            options.AddBasePolicy(policy);
        }
    }

    /// <summary>Says that the request is answered by a stream, of which no copy is to be gathered.</summary>
    public static void LeaveOut(HttpContext http)
    {
        if (http.Features.Get<IOutputCacheFeature>() is not { Context: { EnableOutputCaching: true } context } || AsksForCaching(http.GetEndpoint()))
        {
            return;
        }

        context.AllowCacheStorage = false;
        if (http.GetEndpoint() is { } endpoint)
        {
            Answers.GetValue(endpoint, static _ => new StrongBox<bool>()).Value = true;
        }
    }

    /// <summary>Nobody waits for the end of a stream, nor of what may be one: an answer that is kept is taken from the cache all the same.</summary>
    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        if (context.HttpContext.GetEndpoint() is { } endpoint)
        {
            if (!Answers.TryGetValue(endpoint, out var isStream))
            {
                context.AllowLocking &= !MayStream(endpoint);
            }
            else if (isStream.Value)
            {
                context.EnableOutputCaching = false;
            }
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        if (context.HttpContext.GetEndpoint() is { } endpoint)
        {
            Answers.GetValue(endpoint, static _ => new StrongBox<bool>());
        }

        return ValueTask.CompletedTask;
    }

    private static bool AsksForCaching(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<IOutputCachePolicy>() is not null || endpoint?.Metadata.GetMetadata<OutputCacheAttribute>() is not null;

    private static bool MayStream(Endpoint endpoint)
    {
        var type = endpoint.Metadata.GetMetadata<MethodInfo>()?.ReturnType;
        if (type is { IsGenericType: true } && (type.GetGenericTypeDefinition() == typeof(Task<>) || type.GetGenericTypeDefinition() == typeof(ValueTask<>)))
        {
            type = type.GenericTypeArguments[0];
        }

        return type == typeof(IResult) || type == typeof(object);
    }
}
