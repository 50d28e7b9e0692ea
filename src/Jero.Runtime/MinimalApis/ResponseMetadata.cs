using Jero.Endpoints;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Jero.MinimalApis;

/// <summary>What a minimal-API endpoint is said to produce, by the wrapper that it returns.</summary>
internal static class ResponseMetadata
{
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="item">The type of an item, or of the whole value.</param>
    /// <param name="contentType">The wrapper's default; what a handler sets is only known when it runs.</param>
    public static void AddStream(EndpointBuilder endpoint, Type item, string contentType)
    {
        Add(endpoint, item, contentType);
        endpoint.Metadata.Add(NoOutputCache.Instance);
    }

    /// <inheritdoc cref="AddStream"/>
    public static void Add(EndpointBuilder endpoint, Type item, string contentType)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        endpoint.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, item, [contentType]));
    }
}
