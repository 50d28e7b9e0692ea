using Jero.Generator.Model;

namespace Jero.Generator.Diagnostics;

/// <summary>
/// Turns an exception into a value. Thrown further, it would become CS8785, which discards every generated file and every message.
/// </summary>
/// <param name="entering">Called with what begins. A test lets it throw.</param>
internal sealed class Guard(Action<string> entering)
{
    /// <summary>Returns the value, or what went wrong.</summary>
    /// <param name="name">The class or definition that the work is about, or the step if it is about all of them.</param>
    /// <param name="work">The work, which may fail.</param>
    public Attempt<T> Try<T>(string name, Func<T> work)
    {
        try
        {
            entering(name);
            return new Attempt<T>(name, work(), Fault: null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new Attempt<T>(name, default, new Fault(name, exception.GetType().Name, exception.Message));
        }
    }
}
