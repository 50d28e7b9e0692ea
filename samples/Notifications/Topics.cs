using System.Collections.Frozen;
using Jero;
using Microsoft.Extensions.Options;

namespace Notifications;

/// <summary>Who there is, and what may be read and written.</summary>
public sealed class Topics
{
    private readonly FrozenSet<string> _users;
    private readonly FrozenSet<string> _public;

    public Topics(IOptions<NotificationOptions> options)
    {
        Public = options.Value.Topics ?? ["general", "builds", "alerts"];
        Users = options.Value.Users ?? ["ada", "bob", "cleo"];
        _public = Public.ToFrozenSet(StringComparer.Ordinal);
        _users = Users.ToFrozenSet(StringComparer.Ordinal);
    }

    public IReadOnlyList<string> Public { get; }

    public IReadOnlyList<string> Users { get; }

    public bool IsUser(string? name) => name is not null && _users.Contains(name);

    /// <summary>Every topic that this user may read.</summary>
    public string[] ReadableBy(string user) => [.. Public, $"@{user}"];

    /// <summary>The topics that a stream is to carry: those asked for, or every one that the user may read.</summary>
    /// <exception cref="ProblemException">404: one of them is not there, or is another user's own.</exception>
    public FrozenSet<string> Choose(string user, string[] asked)
    {
        var readable = ReadableBy(user);
        foreach (var topic in asked)
        {
            if (!readable.Contains(topic, StringComparer.Ordinal)) throw Missing(topic);
        }

        return (asked.Length == 0 ? readable : asked).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <exception cref="ProblemException">404: nobody could read this topic.</exception>
    public void RequireWritable(string topic)
    {
        if (!_public.Contains(topic) && !(topic.StartsWith('@') && IsUser(topic[1..]))) throw Missing(topic);
    }

    private static ProblemException Missing(string topic) => new(StatusCodes.Status404NotFound, $"There is no topic '{topic}'.");
}
