using Microsoft.Extensions.DependencyInjection;

namespace Jero;

/// <summary>Builds a topic that is being registered. Stores add themselves to it by extension methods.</summary>
/// <typeparam name="T">The item.</typeparam>
public sealed class TopicBuilder<T>
{
    internal TopicBuilder(IServiceCollection services, string name)
    {
        Services = services;
        Name = name;
    }

    /// <summary>Gets the app's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>
    /// Gets the name of the topic. A store registers itself under it: <c>services.AddKeyedSingleton&lt;ITopicLog&gt;(Name, …)</c>.
    /// </summary>
    public string Name { get; }
}
