namespace Jero.Binding;

/// <summary>Collects what is wrong with a request, for one answer.</summary>
internal interface IRequestFaults
{
    /// <summary>Adds a fault.</summary>
    /// <param name="name">What is at fault: a parameter, or a path in the body.</param>
    /// <param name="message">The message for the client.</param>
    /// <param name="status">The status of the answer, unless another fault has a more basic one.</param>
    void Fail(string name, string message, int status);
}
