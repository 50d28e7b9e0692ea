using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Jero.Topics.Setup;
using Microsoft.Extensions.DependencyInjection;

namespace Jero.Generated;

/// <summary>Registers topics whose items have a generated writer.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GeneratedTopics
{
    /// <summary>As <c>AddJeroTopic</c>, whose place it takes.</summary>
    /// <typeparam name="T">The item.</typeparam>
    /// <typeparam name="TWriter">Writes it.</typeparam>
    /// <param name="services">The app's services.</param>
    /// <param name="name">The topic's name.</param>
    /// <param name="configure">Sets what it keeps.</param>
    /// <param name="options">Those whose metadata the item is read by.</param>
    /// <param name="create">Creates the metadata where that of the type does not say it all; null where it does.</param>
    /// <exception cref="ArgumentException">The name cannot be one, or a topic has it already.</exception>
    public static TopicBuilder<T> AddJeroTopic<T, TWriter>(
        IServiceCollection services,
        string name,
        Action<TopicOptions<T>>? configure,
        JsonSerializerOptions options,
        Func<JsonSerializerOptions, JsonTypeInfo>? create = null)
        where TWriter : struct, IJsonWriter<T>
    {
        ArgumentNullException.ThrowIfNull(options);
        return TopicServices.Add(services, name, configure, _ => TopicItems.Generated<T, TWriter>(options, create));
    }
}
