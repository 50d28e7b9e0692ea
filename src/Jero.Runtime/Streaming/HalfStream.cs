using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;

namespace Jero.Streaming;

/// <summary>Keeps caches from storing a stream that is not complete (RFC 9111, section 3.3), even if no exception reaches them.</summary>
internal static class HalfStream
{
    public static void ForbidStorage(HttpContext http)
    {
        if (http.Features.Get<IOutputCacheFeature>() is { Context: var context })
        {
            context.AllowCacheStorage = false;
        }
    }

    /// <summary>
    /// Returns whether other requests wait for the end of this one to be answered from the cache. An exception would fail them too.
    /// </summary>
    public static bool IsAwaitedByOthers(HttpContext http) =>
        http.Features.Get<IOutputCacheFeature>() is { Context: { EnableOutputCaching: true, AllowLocking: true } };
}
