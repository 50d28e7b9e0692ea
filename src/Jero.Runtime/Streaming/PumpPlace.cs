namespace Jero.Streaming;

/// <summary>
/// Specifies where the pump of a stream is. A source may block its thread, and the request must be able to end without it.
/// </summary>
internal enum PumpPlace
{
    /// <summary>In Jero's own code: the pump ends the request.</summary>
    Outside,

    /// <summary>In code of the source, which touches neither the response nor the request.</summary>
    InSource,

    /// <summary>The source was given up while the pump was in it, and the request has ended without the pump.</summary>
    LeftBehind,

    /// <summary>The source was given up while the pump was outside: it does not enter again.</summary>
    GivenUp,
}
