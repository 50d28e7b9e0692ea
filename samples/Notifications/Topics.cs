using Jero;
using Microsoft.Extensions.Options;

namespace Notifications;

/// <summary>Who there is, and what may be read and written.</summary>
public sealed class Topics(IOptions<NotificationOptions> options)
{
    private readonly string[] _public = options.Value.Topics ?? ["general", "builds", "alerts"];
    private readonly string[] _users = options.Value.Users ?? ["ada", "bob", "cleo"];

    /// <summary>Who may sign in.</summary>
    public string[] Users => [.. _users];

    public bool IsUser(string? name) => _users.Contains(name, StringComparer.Ordinal);

    /// <summary>Every topic that this user may read.</summary>
    public string[] ReadableBy(string user) => [.. _public, $"@{user}"];

    /// <summary>The topics that a stream is to carry, each once and in order: those asked for, or every one that the user may read.</summary>
    /// <exception cref="ProblemException">404: one of them is not there, or is another user's own.</exception>
    public string[] Choose(string user, string[] asked)
    {
        var readable = ReadableBy(user);
        if (asked.FirstOrDefault(topic => !readable.Contains(topic, StringComparer.Ordinal)) is { } missing) throw Missing(missing);
        return [.. (asked.Length == 0 ? readable : asked).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <exception cref="ProblemException">404: nobody could read this topic.</exception>
    public void RequireWritable(string topic)
    {
        if (!_public.Contains(topic, StringComparer.Ordinal) && !(topic.StartsWith('@') && IsUser(topic[1..]))) throw Missing(topic);
    }

    private static ProblemException Missing(string topic) => new(StatusCodes.Status404NotFound, $"There is no topic '{topic}'.");
}
