using Jero.Endpoints;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Jero.MinimalApis;

/// <summary>Describes what a minimal-API endpoint produces, by the response type that it returns.</summary>
internal static class ResponseMetadata
{
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="item">The type of an item, or of the whole value.</param>
    /// <param name="contentTypes">
    /// The default of the response, or all that it may have. What a handler sets is known only when it runs.
    /// </param>
    public static void AddStream(EndpointBuilder endpoint, Type item, params string[] contentTypes)
    {
        Add(endpoint, item, contentTypes);
        endpoint.Metadata.Add(NoOutputCache.Instance);
    }

    /// <inheritdoc cref="AddStream"/>
    public static void Add(EndpointBuilder endpoint, Type item, params string[] contentTypes)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        endpoint.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, item, contentTypes));
        if (item != typeof(Stream))
        {
            endpoint.Metadata.Add(NoCookieRedirect.Instance);
        }
    }
}
