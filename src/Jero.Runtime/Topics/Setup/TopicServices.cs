using Jero.Topics.Ring;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Jero.Topics.Setup;

/// <summary>Registers topics in the app's services.</summary>
internal static class TopicServices
{
    private const int LongestName = 100;

    public static TopicBuilder<T> Add<T>(
        IServiceCollection services, string name, Action<TopicOptions<T>>? configure, Func<IServiceProvider, TopicItem<T>> itemOf)
    {
        ArgumentNullException.ThrowIfNull(services);
        Check(services, name);
        if (typeof(T) == typeof(string))
        {
            throw new ArgumentException($"The topic '{name}' has strings as its items. A string is text in a server-sent event and JSON elsewhere. Declare a record that holds the string.");
        }

        services.AddSingleton(new TopicRegistration(name, typeof(T)));
        services.AddOptions<TopicOptions<T>>(name).Configure(options => configure?.Invoke(options));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TopicOptions<T>>, TopicOptionsRules<T>>());
        services.AddKeyedSingleton(name, (provider, _) => Create(provider, name, itemOf(provider)));
        services.TryAddSingleton(provider => provider.GetRequiredKeyedService<Topic<T>>(OnlyName(provider, typeof(T))));
        services.AddSingleton<ITopic>(provider => provider.GetRequiredKeyedService<Topic<T>>(name));
        services.AddSingleton<IHostedService>(provider => new TopicStart<T>(provider, name));
        return new TopicBuilder<T>(services, name);
    }

    private static Topic<T> Create<T>(IServiceProvider provider, string name, TopicItem<T> item)
    {
        var options = provider.GetRequiredService<IOptionsMonitor<TopicOptions<T>>>().Get(name);
        Func<TopicEntry, object>? key = options.Key is { } keyOf ? entry => keyOf(entry.Item(made => item.Read(made.Json))) : null;
        var node = new TopicNode(
            name,
            TopicSettings.Of(options),
            provider.GetKeyedService<ITopicLog>(name),
            key,
            new TopicMetrics(TopicInstruments.Of(provider), name),
            provider.GetService<ILoggerFactory>()?.CreateLogger($"Jero.Topics.{name}") ?? NullLogger.Instance,
            provider.GetService<TimeProvider>() ?? TimeProvider.System);
        return new Topic<T>(node, item, options);
    }

    private static string OnlyName(IServiceProvider provider, Type item)
    {
        string[] names = [.. provider.GetServices<TopicRegistration>().Where(topic => topic.Item == item).Select(static topic => topic.Name)];
        return names.Length == 1
            ? names[0]
            : throw new InvalidOperationException(
                $"There are {names.Length} topics of {item.Name}: {string.Join(" and ", names.Select(static name => $"'{name}'"))}. "
                + $"Choose one: [FromKeyedServices(\"{names[0]}\")] Topic<{item.Name}>.");
    }

    private static void Check(IServiceCollection services, string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (name.Length > LongestName || !name.All(static letter => char.IsAsciiLetterOrDigit(letter) || "-_./:".Contains(letter, StringComparison.Ordinal)))
        {
            throw new ArgumentException(
                $"'{name}' is not a valid name for a topic. Use 1 to {LongestName} ASCII letters, digits and any of - _ . / :", nameof(name));
        }

        if (services.Any(service => !service.IsKeyedService && service.ImplementationInstance is TopicRegistration topic && topic.Name == name))
        {
            throw new ArgumentException($"A topic named '{name}' is already registered. Give each topic its own name.", nameof(name));
        }
    }
}
