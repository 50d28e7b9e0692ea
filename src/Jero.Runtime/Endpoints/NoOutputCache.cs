using Microsoft.AspNetCore.OutputCaching;

namespace Jero.Endpoints;

/// <summary>
/// Leaves streams out of the app's base policies for output caching: a copy of an open stream would gather in memory, and the middleware
/// would let a second client wait for the end of the first one's. What asks for caching by an attribute or at mapping has it.
/// </summary>
internal sealed class NoOutputCache : IOutputCachePolicy
{
    public static NoOutputCache Instance { get; } = new();

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        context.EnableOutputCaching = false;
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;
}
