namespace Jero.Testing;

/// <summary>The stream ended before what was awaited had come: it broke off, or it came to its end too early.</summary>
public sealed class StreamTruncatedException : StreamTestException
{
    /// <summary>An end without a text.</summary>
    public StreamTruncatedException()
    {
    }

    /// <summary>An early end.</summary>
    /// <param name="message">What a person reads.</param>
    public StreamTruncatedException(string message) : base(message)
    {
    }

    /// <summary>An early end with its cause.</summary>
    /// <param name="message">What a person reads.</param>
    /// <param name="cause">What the source threw where that is known, else what the client's read threw.</param>
    public StreamTruncatedException(string message, Exception? cause) : base(message, cause)
    {
    }

    /// <summary>The items that this call had read before, each a <see cref="StreamItem{T}"/>.</summary>
    public IReadOnlyList<object> Items { get; init; } = [];
}
