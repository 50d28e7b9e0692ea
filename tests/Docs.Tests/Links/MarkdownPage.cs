using System.Text.RegularExpressions;

namespace Docs.Tests.Links;

/// <summary>A page as GitHub shows it: where it leads, and what can be linked to in it.</summary>
internal sealed partial class MarkdownPage
{
    private const string Repository = "https://github.com/jero-net/jero/";

    private readonly string _folder;
    private readonly string _root;
    private readonly string _prose;

    /// <param name="path">The file.</param>
    /// <param name="root">The folder of the repository.</param>
    public MarkdownPage(string path, string root)
    {
        _folder = Path.GetDirectoryName(path)!;
        _root = root;
        _prose = Fence().Replace(File.ReadAllText(path), "");
        Anchors = FindAnchors(_prose);
    }

    /// <summary>The anchors of its headings, as GitHub makes them.</summary>
    public IReadOnlySet<string> Anchors { get; }

    /// <summary>Each link into the repository that leads nowhere.</summary>
    public IEnumerable<string> BrokenLinks() => Link().Matches(InlineCode().Replace(_prose, ""))
        .Select(link => link.Groups[1].Value)
        .Where(target => !Leads(target));

    /// <summary>What a heading can be linked to by, unless there is another of the same text above it.</summary>
    public static string AnchorOf(string heading) =>
        NotInAnchors().Replace(LinkText().Replace(heading, "$1").Trim().ToLowerInvariant(), "").Replace(' ', '-');

    private bool Leads(string target)
    {
        var inRepository = Regex.Match(target, Regex.Escape(Repository) + "(?:blob|tree)/main/(.*)");
        if (!inRepository.Success && Scheme().IsMatch(target))
        {
            return true;
        }

        var parts = (inRepository.Success ? inRepository.Groups[1].Value : target).Split('#', 2);
        var path = parts[0].Length == 0 ? null : Path.GetFullPath(parts[0], inRepository.Success ? _root : _folder);
        if (path is not null && !File.Exists(path) && !Directory.Exists(path))
        {
            return false;
        }

        return parts.Length == 1 || (path is null ? Anchors : new MarkdownPage(path, _root).Anchors).Contains(parts[1]);
    }

    private static HashSet<string> FindAnchors(string prose)
    {
        var anchors = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match heading in Heading().Matches(prose))
        {
            var anchor = AnchorOf(heading.Groups[1].Value);
            var unique = anchor;
            for (var number = 1; !anchors.Add(unique); number++)
            {
                unique = $"{anchor}-{number}";
            }
        }

        return anchors;
    }

    [GeneratedRegex("^ *```.*?^ *```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("`[^`\n]*`")]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"\]\(<?([^)\s>]+)>?\)")]
    private static partial Regex Link();

    [GeneratedRegex("^[a-z]+:")]
    private static partial Regex Scheme();

    [GeneratedRegex("^#{1,6} +(.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex LinkText();

    [GeneratedRegex(@"[^\p{L}\p{N}_\- ]")]
    private static partial Regex NotInAnchors();
}
