namespace Jero.Sources;

/// <summary>Sends frames that are ready.</summary>
internal interface IFrameCall
{
    Task RunAsync(StreamSource<ReadOnlyMemory<byte>> frames);
}
