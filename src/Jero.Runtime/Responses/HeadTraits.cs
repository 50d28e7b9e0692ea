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
}
