using System.Globalization;

namespace Jero.Redis;

/// <summary>Converts the ids of Redis Streams to positions and back.</summary>
internal static class StreamId
{
    public static string Of(TopicPosition position) => string.Create(CultureInfo.InvariantCulture, $"{position.Major}-{position.Minor}");

    public static TopicPosition Parse(string epoch, string id)
    {
        var dash = id.IndexOf('-', StringComparison.Ordinal);
        return dash > 0
            && ulong.TryParse(id.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var major)
            && ulong.TryParse(id.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var minor)
            ? new TopicPosition(epoch, major, minor)
            : throw new FormatException($"Redis gave the id '{id}', which is not the id of a stream entry.");
    }

    /// <summary>Returns the last position that there could be before this one. Ids begin with 0-1.</summary>
    public static TopicPosition Before(TopicPosition position) => position.Minor > 0
        ? position with { Minor = position.Minor - 1 }
        : new TopicPosition(position.Epoch, position.Major - 1, ulong.MaxValue);
}
