namespace Jero.Sources;

/// <summary>Represents what a response streams if its constructors take items of several types.</summary>
/// <remarks>
/// A call comes back with the type of the items, by <see cref="ISourceCall{TItem}"/>, so that a native binary contains the pump only for
/// those types that an app constructs a response with.
/// </remarks>
internal interface IStreamSource
{
    /// <param name="call">An <see cref="ISourceCall{TItem}"/> for the type of the items, or an <see cref="IFrameCall"/> for frames.</param>
    Task SendAsync(ISourceCall call);

    ValueTask DisposeOwnedAsync();
}
