using Microsoft.AspNetCore.Http;

namespace Jero;

/// <summary>
/// Creates responses that tell the client where a resource is. The OpenAPI document lists their status and their <c>Location</c> header.
/// </summary>
public static class JSONResponse
{
    /// <summary>Creates a 201 response with a <c>Location</c> header (RFC 9110, section 15.3.2).</summary>
    /// <typeparam name="T">The type that is written; it is the static type of <paramref name="value"/>.</typeparam>
    /// <param name="location">The address of the new resource: a URI reference, absolute or relative.</param>
    /// <param name="value">The representation of the new resource.</param>
    /// <exception cref="ArgumentException"><paramref name="location"/> is null or empty.</exception>
    public static JSONResponse<T> Created<T>(string location, T value) => At(StatusCodes.Status201Created, location, value);

    /// <inheritdoc cref="Created{T}(string, T)"/>
    public static JSONResponse<T> Created<T>(Uri location, T value) => At(StatusCodes.Status201Created, TextOf(location), value);

    /// <summary>Creates a 201 response with a <c>Location</c> header (RFC 9110, section 15.3.2) and typed headers.</summary>
    /// <typeparam name="T">The type that is written; it is the static type of <paramref name="value"/>.</typeparam>
    /// <typeparam name="THeaders">A record or class whose properties are the headers.</typeparam>
    /// <param name="location">The address of the new resource: a URI reference, absolute or relative.</param>
    /// <param name="value">The representation of the new resource.</param>
    /// <param name="headers">The typed headers. A property that is null sends no header.</param>
    /// <exception cref="ArgumentException"><paramref name="location"/> is null or empty.</exception>
    public static JSONResponse<T, THeaders> Created<T, THeaders>(string location, T value, THeaders headers) =>
        At(StatusCodes.Status201Created, location, value, headers);

    /// <inheritdoc cref="Created{T, THeaders}(string, T, THeaders)"/>
    public static JSONResponse<T, THeaders> Created<T, THeaders>(Uri location, T value, THeaders headers) =>
        At(StatusCodes.Status201Created, TextOf(location), value, headers);

    /// <summary>
    /// Creates a 202 response with a <c>Location</c> header, where the client can ask for progress (RFC 9110, section 15.3.3).
    /// </summary>
    /// <typeparam name="T">The type that is written; it is the static type of <paramref name="value"/>.</typeparam>
    /// <param name="location">The address of the status: a URI reference, absolute or relative.</param>
    /// <param name="value">The status as it is now.</param>
    /// <exception cref="ArgumentException"><paramref name="location"/> is null or empty.</exception>
    public static JSONResponse<T> Accepted<T>(string location, T value) => At(StatusCodes.Status202Accepted, location, value);

    /// <inheritdoc cref="Accepted{T}(string, T)"/>
    public static JSONResponse<T> Accepted<T>(Uri location, T value) => At(StatusCodes.Status202Accepted, TextOf(location), value);

    /// <summary>
    /// Creates a 202 response with a <c>Location</c> header, where the client can ask for progress (RFC 9110, section 15.3.3), and typed
    /// headers.
    /// </summary>
    /// <typeparam name="T">The type that is written; it is the static type of <paramref name="value"/>.</typeparam>
    /// <typeparam name="THeaders">A record or class whose properties are the headers.</typeparam>
    /// <param name="location">The address of the status: a URI reference, absolute or relative.</param>
    /// <param name="value">The status as it is now.</param>
    /// <param name="headers">The typed headers. A property that is null sends no header.</param>
    /// <exception cref="ArgumentException"><paramref name="location"/> is null or empty.</exception>
    public static JSONResponse<T, THeaders> Accepted<T, THeaders>(string location, T value, THeaders headers) =>
        At(StatusCodes.Status202Accepted, location, value, headers);

    /// <inheritdoc cref="Accepted{T, THeaders}(string, T, THeaders)"/>
    public static JSONResponse<T, THeaders> Accepted<T, THeaders>(Uri location, T value, THeaders headers) =>
        At(StatusCodes.Status202Accepted, TextOf(location), value, headers);

    private static JSONResponse<T> At<T>(int status, string location, T value)
    {
        ArgumentException.ThrowIfNullOrEmpty(location);
        return new JSONResponse<T>(value) { StatusCode = status, RawHeaders = { ["Location"] = location } };
    }

    private static JSONResponse<T, THeaders> At<T, THeaders>(int status, string location, T value, THeaders headers)
    {
        ArgumentException.ThrowIfNullOrEmpty(location);
        return new JSONResponse<T, THeaders>(value) { StatusCode = status, Headers = headers, RawHeaders = { ["Location"] = location } };
    }

    // Escaped, as ASP.NET Core's own results send it.
    private static string TextOf(Uri location)
    {
        ArgumentNullException.ThrowIfNull(location);
        return location.IsAbsoluteUri ? location.AbsoluteUri : location.GetComponents(UriComponents.SerializationInfoString, UriFormat.UriEscaped);
    }
}
