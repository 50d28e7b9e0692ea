namespace Jero.Sources;

/// <summary>Represents a source that knows how many of its items are ready.</summary>
internal interface ICountedSource
{
    /// <summary>Roughly the number of items that can be read without waiting. Any thread may read it at any time.</summary>
    long Backlog { get; }
}
