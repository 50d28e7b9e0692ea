namespace Jero.Sources;

/// <summary>Sends frames of a topic, which are ready.</summary>
internal interface IFrameCall : ISourceCall
{
    Task RunAsync(StreamSource<ReadOnlyMemory<byte>> frames);
}
