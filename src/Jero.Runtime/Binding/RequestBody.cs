using Jero.Generated;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Jero.Binding;

/// <summary>What every kind of body has in common.</summary>
internal static class RequestBody
{
    public static bool IsMissing(HttpContext http) => http.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == false
        || http.Request.ContentLength == 0;

    /// <summary>A body that the server refuses keeps the server's status: 413 over the size limit, 408 when it comes too slowly.</summary>
    public static void Fail(RequestBinder binder, string name, BadHttpRequestException exception) => binder.Fail(
        name,
        exception.StatusCode == StatusCodes.Status413PayloadTooLarge ? "The body is larger than the limit." : "The body cannot be read.",
        exception.StatusCode);
}
