namespace Jero.Sources;

/// <summary>Frames that are ready, of a topic.</summary>
/// <remarks>
/// The call comes back through it, so that the pump of frames is compiled into a native binary only where a topic is used.
/// </remarks>
internal interface IFrameSource
{
    Task SendAsync(IFrameCall call);

    ValueTask DisposeOwnedAsync();
}
