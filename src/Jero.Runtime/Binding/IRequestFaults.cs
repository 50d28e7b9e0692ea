namespace Jero.Binding;

/// <summary>What is wrong with a request, gathered for one answer.</summary>
internal interface IRequestFaults
{
    /// <summary>Adds a fault.</summary>
    /// <param name="name">What it is a fault of: a parameter, or a path in the body.</param>
    /// <param name="message">For the client.</param>
    /// <param name="status">The answer's, unless another fault has one that is more basic.</param>
    void Fail(string name, string message, int status);
}
