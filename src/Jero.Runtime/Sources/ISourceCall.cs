namespace Jero.Sources;

/// <summary>Sends what a <see cref="IStreamSource"/> has, for each type that it may have.</summary>
internal interface ISourceCall;

/// <inheritdoc cref="ISourceCall"/>
internal interface ISourceCall<TItem> : ISourceCall
{
    Task RunAsync(StreamSource<TItem> source);
}
