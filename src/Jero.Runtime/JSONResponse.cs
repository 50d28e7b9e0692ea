using Microsoft.AspNetCore.Http;

namespace Jero;

/// <summary>Makes responses that say where the resource is. The document lists their status and the <c>Location</c> header.</summary>
public static class JSONResponse
{
    /// <summary>201 with <c>Location</c> (RFC 9110, section 15.3.2).</summary>
    /// <typeparam name="T">The static type that is written.</typeparam>
    /// <param name="location">Where the new resource is: a URI reference, absolute or relative.</param>
    /// <param name="value">What describes it.</param>
    /// <exception cref="ArgumentException"><paramref name="location"/> is null or empty.</exception>
    public static JSONResponse<T> Created<T>(string location, T value) => At(StatusCodes.Status201Created, location, value);

    /// <inheritdoc cref="Created{T}(string, T)"/>
    public static JSONResponse<T> Created<T>(Uri location, T value) => At(StatusCodes.Status201Created, TextOf(location), value);

    /// <summary>201 with <c>Location</c> and typed headers (RFC 9110, section 15.3.2).</summary>
    /// <typeparam name="T">The static type that is written.</typeparam>
    /// <typeparam name="THeaders">A record or class whose properties are the headers.</typeparam>
    /// <param name="location">Where the new resource is: a URI reference, absolute or relative.</param>
    /// <param name="value">What describes it.</param>
    /// <param name="headers">The typed headers; a null property is left out.</param>
    /// <exception cref="ArgumentException"><paramref name="location"/> is null or empty.</exception>
    public static JSONResponse<T, THeaders> Created<T, THeaders>(string location, T value, THeaders headers) =>
        At(StatusCodes.Status201Created, location, value, headers);

    /// <inheritdoc cref="Created{T, THeaders}(string, T, THeaders)"/>
    public static JSONResponse<T, THeaders> Created<T, THeaders>(Uri location, T value, THeaders headers) =>
        At(StatusCodes.Status201Created, TextOf(location), value, headers);

    /// <summary>202 with <c>Location</c>, where the client can ask how far it is (RFC 9110, section 15.3.3).</summary>
    /// <typeparam name="T">The static type that is written.</typeparam>
    /// <param name="location">Where the state is: a URI reference, absolute or relative.</param>
    /// <param name="value">The state as it is now.</param>
    /// <exception cref="ArgumentException"><paramref name="location"/> is null or empty.</exception>
    public static JSONResponse<T> Accepted<T>(string location, T value) => At(StatusCodes.Status202Accepted, location, value);

    /// <inheritdoc cref="Accepted{T}(string, T)"/>
    public static JSONResponse<T> Accepted<T>(Uri location, T value) => At(StatusCodes.Status202Accepted, TextOf(location), value);

    /// <summary>202 with <c>Location</c>, where the client can ask how far it is, and typed headers (RFC 9110, section 15.3.3).</summary>
    /// <typeparam name="T">The static type that is written.</typeparam>
    /// <typeparam name="THeaders">A record or class whose properties are the headers.</typeparam>
    /// <param name="location">Where the state is: a URI reference, absolute or relative.</param>
    /// <param name="value">The state as it is now.</param>
    /// <param name="headers">The typed headers; a null property is left out.</param>
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

    // Escaped, as the framework sends it.
    private static string TextOf(Uri location)
    {
        ArgumentNullException.ThrowIfNull(location);
        return location.IsAbsoluteUri ? location.AbsoluteUri : location.GetComponents(UriComponents.SerializationInfoString, UriFormat.UriEscaped);
    }
}
