namespace Jero.Testing;

/// <summary>
/// Thrown when a test of a stream fails. The message says what was awaited, what had come by then, and what the source is doing.
/// </summary>
public class StreamTestException : Exception
{
    /// <summary>Initializes an exception without a message.</summary>
    public StreamTestException()
    {
    }

    /// <summary>Initializes an exception with a message.</summary>
    /// <param name="message">The message.</param>
    public StreamTestException(string message) : base(message)
    {
    }

    /// <summary>Initializes an exception with a message and its cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cause">The cause.</param>
    public StreamTestException(string message, Exception? cause) : base(message, cause)
    {
    }
}
