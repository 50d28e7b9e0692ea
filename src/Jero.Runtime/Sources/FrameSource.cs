namespace Jero.Sources;

/// <summary>Hands its frames to whatever sends them.</summary>
internal sealed class FrameSource(StreamSource<ReadOnlyMemory<byte>> source) : IStreamSource
{
    public Task SendAsync(ISourceCall call) => ((IFrameCall)call).RunAsync(source);

    public ValueTask DisposeOwnedAsync() => source.DisposeOwnedAsync();
}
