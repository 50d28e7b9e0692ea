using System.Text.RegularExpressions;
using Shared;

namespace Generator.Tests.Architecture;

/// <summary>
/// The rooms of a project and who may use whom, as a Mermaid picture in docs/architecture.md draws them. A room is a folder with all that is
/// below it, as far as that is no room of its own.
/// </summary>
internal sealed partial class RoomPicture
{
    private readonly Dictionary<string, string> _folders = [];

    private RoomPicture()
    {
    }

    public HashSet<(string From, string To)> Arrows { get; } = [];

    public IEnumerable<string> Rooms => _folders.Values;

    public static RoomPicture Read(string project)
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs/architecture.md"));
        var start = page.IndexOf($"<!-- rooms: {project} -->", StringComparison.Ordinal);
        Assert.True(start >= 0, $"docs/architecture.md has no picture of {project}.");
        start = page.IndexOf("```mermaid\n", start, StringComparison.Ordinal);
        return Parse(page[start..page.IndexOf("\n```\n", start, StringComparison.Ordinal)]);
    }

    /// <summary>Reads lines such as <c>a["Json/Writing"]</c>, where <c>/</c> is the root, and <c>a --&gt; b &amp; c</c>.</summary>
    public static RoomPicture Parse(string mermaid)
    {
        var picture = new RoomPicture();
        foreach (Match node in Node().Matches(mermaid))
        {
            picture._folders.Add(node.Groups[1].Value, node.Groups[2].Value.Trim('/'));
        }

        foreach (Match arrow in Arrow().Matches(mermaid))
        {
            foreach (var to in arrow.Groups[2].Value.Split(" & "))
            {
                Assert.True(picture.Arrows.Add((picture._folders[arrow.Groups[1].Value], picture._folders[to])), $"The picture has '{arrow.Value.Trim()}' twice.");
            }
        }

        return picture;
    }

    /// <summary>The room that a folder belongs to; null where the picture has none.</summary>
    public string? RoomOf(string folder) => Rooms
        .Where(room => folder == room || (room.Length > 0 && folder.StartsWith(room + "/", StringComparison.Ordinal)))
        .MaxBy(room => room.Length);

    /// <summary>Rooms that lead back to the first of them; empty where there is no cycle.</summary>
    public IReadOnlyList<string> FindCycle()
    {
        var done = new HashSet<string>();
        return Rooms.Select(room => FindCycle(room, [], done)).FirstOrDefault(static cycle => cycle.Count > 0) ?? [];
    }

    private List<string> FindCycle(string room, List<string> way, HashSet<string> done)
    {
        if (way.IndexOf(room) is >= 0 and var start)
        {
            return [.. way[start..], room];
        }

        if (done.Contains(room))
        {
            return [];
        }

        var cycle = Arrows.Where(arrow => arrow.From == room)
            .Select(arrow => FindCycle(arrow.To, [.. way, room], done))
            .FirstOrDefault(static cycle => cycle.Count > 0);
        done.Add(room);
        return cycle ?? [];
    }

    [GeneratedRegex("""^ *(\w+)\["([^"<]+)""", RegexOptions.Multiline)]
    private static partial Regex Node();

    [GeneratedRegex(@"^ *(\w+) --> (\w+(?: & \w+)*)$", RegexOptions.Multiline)]
    private static partial Regex Arrow();
}
