namespace Jero.Binding.Sequences;

/// <summary>Thrown when the bytes between the items of a body do not follow its format.</summary>
/// <param name="message">The message for the client.</param>
internal sealed class MalformedSequenceException(string message) : Exception(message);
