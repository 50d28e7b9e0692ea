using Jero.Topics.Setup;
using Microsoft.Extensions.DependencyInjection;

namespace Jero;

/// <summary>Registers topics.</summary>
public static class JeroTopicServiceCollectionExtensions
{
    /// <summary>
    /// Registers a topic: as <see cref="Topic{T}"/> where it is the only one of its item, and as
    /// <c>[FromKeyedServices("name")] Topic&lt;T&gt;</c>. It is kept in memory unless a store is added to what this returns.
    /// </summary>
    /// <remarks>
    /// Where the item is known at compile time, generated code takes the place of this method and writes the item as it writes those of any
    /// stream, by the rules of <see cref="JeroJsonOptionsAttribute"/>. Else, as in a generic method, the metadata of the app's JSON options does.
    /// </remarks>
    /// <typeparam name="T">The item: any type that can be the item of a stream but <see cref="string"/>.</typeparam>
    /// <param name="services">The app's services.</param>
    /// <param name="name">The topic's name, which stores use too: 1 to 100 ASCII letters, digits, <c>-</c>, <c>_</c>, <c>.</c>, <c>/</c> and <c>:</c>.</param>
    /// <param name="configure">Sets what it keeps.</param>
    /// <returns>What a store is added to, such as <c>UseRedis</c>.</returns>
    /// <exception cref="ArgumentException">The name cannot be one, or a topic has it already.</exception>
    public static TopicBuilder<T> AddJeroTopic<T>(this IServiceCollection services, string name, Action<TopicOptions<T>>? configure = null) =>
        TopicServices.Add(services, name, configure, TopicItems.ByOptions<T>);
}
