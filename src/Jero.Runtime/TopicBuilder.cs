using Microsoft.Extensions.DependencyInjection;

namespace Jero;

/// <summary>A topic that is being registered; stores add themselves to it.</summary>
/// <typeparam name="T">The item.</typeparam>
public sealed class TopicBuilder<T>
{
    internal TopicBuilder(IServiceCollection services, string name)
    {
        Services = services;
        Name = name;
    }

    /// <summary>The app's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>The topic's name, which its store is registered under: <c>services.AddKeyedSingleton&lt;ITopicLog&gt;(Name, …)</c>.</summary>
    public string Name { get; }
}
