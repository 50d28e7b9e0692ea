namespace Jero.Testing;

/// <summary>What was awaited did not happen within <see cref="StreamAppOptions.Limit"/>.</summary>
public sealed class StreamTimeoutException : StreamTestException
{
    /// <summary>A wait without a text.</summary>
    public StreamTimeoutException()
    {
    }

    /// <summary>A wait that took too long.</summary>
    /// <param name="message">What a person reads.</param>
    public StreamTimeoutException(string message) : base(message)
    {
    }

    /// <summary>A wait that took too long, with its cause.</summary>
    /// <param name="message">What a person reads.</param>
    /// <param name="cause">What was thrown.</param>
    public StreamTimeoutException(string message, Exception? cause) : base(message, cause)
    {
    }
}
