namespace Jero.Sources;

/// <summary>Hands its frames to whatever sends them.</summary>
internal sealed class FrameSource(StreamSource<ReadOnlyMemory<byte>> source) : IFrameSource
{
    public Task SendAsync(IFrameCall call) => call.RunAsync(source);

    public ValueTask DisposeOwnedAsync() => source.DisposeOwnedAsync();
}
