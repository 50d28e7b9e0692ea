using System.Runtime.CompilerServices;

namespace Jero.Mapping;

/// <summary>Collects the endpoint classes that an app maps one by one, and that its <c>MapJero</c> leaves out. Thread-safe.</summary>
internal sealed class MappedByHand
{
    // The key is the app's services, so that each app of a process has its own collection.
    private static readonly ConditionalWeakTable<IServiceProvider, MappedByHand> Apps = [];

    private readonly HashSet<Type> _classes = [];

    public static MappedByHand Of(IServiceProvider app) => Apps.GetOrCreateValue(app);

    public void Add(Type endpointClass)
    {
        lock (_classes)
        {
            _classes.Add(endpointClass);
        }
    }

    public bool Contains(Type endpointClass)
    {
        lock (_classes)
        {
            return _classes.Contains(endpointClass);
        }
    }
}
