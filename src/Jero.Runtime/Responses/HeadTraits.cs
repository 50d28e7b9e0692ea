namespace Jero.Responses;

/// <summary>Specifies what the head of a response says in addition to the headers that it is given.</summary>
[Flags]
internal enum HeadTraits
{
    None = 0,

    /// <summary>The body is a stream, so the status must not forbid one.</summary>
    HasStream = 1,

    /// <summary>Tells caches not to store the response, unless the app says otherwise.</summary>
    ForbidsCaching = 2,

    /// <summary>Tells proxies not to buffer the body, unless the app says otherwise.</summary>
    ForbidsProxyBuffering = 4,

    /// <summary>Asks every intermediary to forward the body as it comes (RFC 10036), unless the body is to be saved as a file.</summary>
    IsIncremental = 8,

    /// <summary>Tells caches that the request's <c>Accept</c> has chosen the content type (RFC 9110, section 12.5.5).</summary>
    VariesByAccept = 16,
}
