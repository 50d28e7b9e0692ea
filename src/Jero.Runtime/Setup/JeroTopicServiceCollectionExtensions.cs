using Jero.Topics.Setup;
using Microsoft.Extensions.DependencyInjection;

namespace Jero;

/// <summary>Registers topics.</summary>
public static class JeroTopicServiceCollectionExtensions
{
    /// <summary>
    /// Registers a topic, which is kept in memory unless you add a store to what this returns. Inject it as <see cref="Topic{T}"/> if it is
    /// the only topic of its item, otherwise as <c>[FromKeyedServices("name")] Topic&lt;T&gt;</c>.
    /// </summary>
    /// <remarks>
    /// If the item type is known at compile time, generated code replaces this call and writes items by the rules of
    /// <see cref="JeroJsonOptionsAttribute"/>, like the items of any stream. Otherwise, for instance in a generic method, the metadata of
    /// the app's JSON options is used.
    /// </remarks>
    /// <typeparam name="T">The item: any type that can be the item of a stream, except <see cref="string"/>.</typeparam>
    /// <param name="services">The app's services.</param>
    /// <param name="name">
    /// The name of the topic, which stores also use: 1 to 100 ASCII letters, digits, <c>-</c>, <c>_</c>, <c>.</c>, <c>/</c> and <c>:</c>.
    /// </param>
    /// <param name="configure">Sets the options of the topic.</param>
    /// <returns>A builder that a store is added to, for instance by <c>UseRedis</c>.</returns>
    /// <exception cref="ArgumentException">The name is invalid, another topic has it, or the item is <see cref="string"/>.</exception>
    public static TopicBuilder<T> AddJeroTopic<T>(this IServiceCollection services, string name, Action<TopicOptions<T>>? configure = null) =>
        TopicServices.Add(services, name, configure, TopicItems.ByOptions<T>);
}
