namespace Jero.Testing;

/// <summary>The server that an app is tested on.</summary>
public enum StreamHost
{
    /// <summary>A real Kestrel on a free port of the loopback interface: what a test sees is what a client sees.</summary>
    Kestrel,

    /// <summary>
    /// ASP.NET Core's TestServer, without sockets. A client can leave, but there is no connection to reset, to half-close or to stall.
    /// </summary>
    InProcess,
}
