using Jero.Generator.Model;

namespace Jero.Generator.Diagnostics;

/// <summary>
/// Turns what is thrown into a value. Thrown further it would be CS8785, which takes every generated file and every message along.
/// </summary>
/// <param name="entering">Told what begins; a test lets it throw.</param>
internal sealed class Guard(Action<string> entering)
{
    /// <summary>The value, or what went wrong on the way to it.</summary>
    /// <param name="name">The class or definition that it is about, or the step where it is about all of them.</param>
    /// <param name="work">What may fail.</param>
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
