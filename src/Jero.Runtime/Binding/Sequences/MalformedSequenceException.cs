namespace Jero.Binding.Sequences;

/// <summary>What is between the items of a body is not of its format.</summary>
/// <param name="message">For the client.</param>
internal sealed class MalformedSequenceException(string message) : Exception(message);
