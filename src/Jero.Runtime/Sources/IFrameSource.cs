namespace Jero.Sources;

/// <summary>Represents frames of a topic that are ready to send.</summary>
/// <remarks>
/// The call is made through this interface, so that a native binary contains the pump for frames only if a topic is used.
/// </remarks>
internal interface IFrameSource
{
    Task SendAsync(IFrameCall call);

    ValueTask DisposeOwnedAsync();
}
