namespace Jero.Testing;

/// <summary>Thrown when what a test waited for did not happen within <see cref="StreamAppOptions.Limit"/>.</summary>
public sealed class StreamTimeoutException : StreamTestException
{
    /// <summary>Initializes an exception without a message.</summary>
    public StreamTimeoutException()
    {
    }

    /// <summary>Initializes an exception with a message.</summary>
    /// <param name="message">The message.</param>
    public StreamTimeoutException(string message) : base(message)
    {
    }

    /// <summary>Initializes an exception with a message and its cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cause">The cause.</param>
    public StreamTimeoutException(string message, Exception? cause) : base(message, cause)
    {
    }
}
