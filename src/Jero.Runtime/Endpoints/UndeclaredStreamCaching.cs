using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Jero.Endpoints;

/// <summary>
/// Excludes streams from the app's base policies for output caching if <see cref="NoOutputCache"/> cannot: a handler that is declared to
/// return an <see cref="IResult"/> shows only by its answer that it streams. An endpoint can still ask for caching by an attribute or a
/// convention.
/// </summary>
internal sealed class UndeclaredStreamCaching : IOutputCachePolicy
{
    // Whether the answers of an endpoint are streams. There is an entry once the endpoint has answered.
    private static readonly ConditionalWeakTable<Endpoint, StrongBox<bool>> Answers = [];
    private static readonly ConditionalWeakTable<OutputCacheOptions, UndeclaredStreamCaching> Policies = [];

    /// <summary>Adds this policy after those of the app. Later calls do nothing. Call it while the app is configured or mapped.</summary>
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

    /// <summary>Marks the request as answered by a stream, of which no copy may be kept.</summary>
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

    /// <summary>
    /// Keeps requests from waiting for the end of another request that is, or may be, a stream. An answer that is already cached is still
    /// used.
    /// </summary>
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
