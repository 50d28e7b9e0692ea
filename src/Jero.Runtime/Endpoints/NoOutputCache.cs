using Microsoft.AspNetCore.OutputCaching;

namespace Jero.Endpoints;

/// <summary>
/// Excludes streams from the app's base policies for output caching. Otherwise a copy of each open stream would grow in memory, and the
/// middleware would make a second client wait for the end of the first one's stream. An endpoint can still ask for caching by an attribute
/// or a convention.
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
