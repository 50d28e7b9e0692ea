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
    /// <summary>Registers a topic in place of <c>AddJeroTopic</c>.</summary>
    /// <typeparam name="T">The item.</typeparam>
    /// <typeparam name="TWriter">Writes the item.</typeparam>
    /// <param name="services">The app's services.</param>
    /// <param name="name">The name of the topic.</param>
    /// <param name="configure">Sets the options of the topic.</param>
    /// <param name="options">The options whose metadata reads the item.</param>
    /// <param name="create">Creates the metadata if that of the type is not enough; otherwise null.</param>
    /// <exception cref="ArgumentException">The name is invalid, or another topic has it.</exception>
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
