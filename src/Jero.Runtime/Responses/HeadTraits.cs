namespace Jero.Responses;

/// <summary>What the head of a response says by itself, beside the headers that it is given.</summary>
[Flags]
internal enum HeadTraits
{
    None = 0,

    /// <summary>The body is a stream: the status may not forbid one.</summary>
    HasStream = 1,

    /// <summary>Caches are told to leave it alone, unless the app says otherwise.</summary>
    ForbidsCaching = 2,

    /// <summary>Proxies are told not to gather the body, unless the app says otherwise.</summary>
    ForbidsProxyBuffering = 4,

    /// <summary>Every intermediary is asked to pass the body on as it comes (RFC 10036), unless it is to be saved as a file.</summary>
    IsIncremental = 8,

    /// <summary>Caches are told that the request's <c>Accept</c> has chosen the content type (RFC 9110, section 12.5.5).</summary>
    VariesByAccept = 16,
}
