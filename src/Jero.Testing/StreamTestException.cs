namespace Jero.Testing;

/// <summary>
/// A test of a stream has failed. The message says what was awaited, what had come until then and where the source stands.
/// </summary>
public class StreamTestException : Exception
{
    /// <summary>A failure without a text.</summary>
    public StreamTestException()
    {
    }

    /// <summary>A failure.</summary>
    /// <param name="message">What a person reads.</param>
    public StreamTestException(string message) : base(message)
    {
    }

    /// <summary>A failure with its cause.</summary>
    /// <param name="message">What a person reads.</param>
    /// <param name="cause">What was thrown.</param>
    public StreamTestException(string message, Exception? cause) : base(message, cause)
    {
    }
}
