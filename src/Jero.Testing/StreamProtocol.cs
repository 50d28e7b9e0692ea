namespace Jero.Testing;

/// <summary>Specifies the HTTP version that streams are opened with.</summary>
public enum StreamProtocol
{
    /// <summary>HTTP/1.1, with one connection for each stream.</summary>
    Http1,

    /// <summary>HTTP/2 without TLS (prior knowledge), with one connection for each stream.</summary>
    Http2,
}
