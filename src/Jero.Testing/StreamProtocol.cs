namespace Jero.Testing;

/// <summary>The HTTP version that streams are opened with.</summary>
public enum StreamProtocol
{
    /// <summary>HTTP/1.1, a connection a stream.</summary>
    Http1,

    /// <summary>HTTP/2 without TLS (prior knowledge), a connection a stream.</summary>
    Http2,
}
