namespace Jero.Testing;

/// <summary>Specifies the server that an app is tested on.</summary>
public enum StreamHost
{
    /// <summary>A real Kestrel on a free port of the loopback interface. The test sees what a client sees.</summary>
    Kestrel,

    /// <summary>
    /// ASP.NET Core's TestServer, without sockets. A client can leave, but there is no connection to reset, half-close or stall.
    /// </summary>
    InProcess,
}
