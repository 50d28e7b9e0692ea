namespace Jero.Testing;

/// <summary>Thrown when a stream broke off or ended before what the test waited for had come.</summary>
public sealed class StreamTruncatedException : StreamTestException
{
    /// <summary>Initializes an exception without a message.</summary>
    public StreamTruncatedException()
    {
    }

    /// <summary>Initializes an exception with a message.</summary>
    /// <param name="message">The message.</param>
    public StreamTruncatedException(string message) : base(message)
    {
    }

    /// <summary>Initializes an exception with a message and its cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cause">What the source threw, if that is known; otherwise what the client's read threw.</param>
    public StreamTruncatedException(string message, Exception? cause) : base(message, cause)
    {
    }

    /// <summary>Gets the items that this call had already read, each a <see cref="StreamItem{T}"/>.</summary>
    public IReadOnlyList<object> Items { get; init; } = [];
}
