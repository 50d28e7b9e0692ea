namespace Jero.Sources;

/// <summary>A source that knows how much of it is there already.</summary>
internal interface ICountedSource
{
    /// <summary>The items that can be read without a wait, about. Called by any thread at any time.</summary>
    long Backlog { get; }
}
