using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;

namespace Jero.Streaming;

/// <summary>Keeps caches from storing a stream that is not whole (RFC 9111, section 3.3), also where no exception gets through to them.</summary>
internal static class HalfStream
{
    public static void ForbidStorage(HttpContext http)
    {
        if (http.Features.Get<IOutputCacheFeature>() is { Context: var context })
        {
            context.AllowCacheStorage = false;
        }
    }

    /// <summary>Whether other requests wait for this one's end to be answered from the cache. An exception would fail them too.</summary>
    public static bool IsAwaitedByOthers(HttpContext http) =>
        http.Features.Get<IOutputCacheFeature>() is { Context: { EnableOutputCaching: true, AllowLocking: true } };
}
