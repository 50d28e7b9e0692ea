using System.Text;
using System.Text.RegularExpressions;

namespace Jero.Client.Tool.Emission.TypeScript;

/// <summary>
/// Contains the part that clients share, of which each gets what it needs. It is JavaScript with its types in comments, so that one text
/// serves both languages: a comment that begins with <c>ts</c> becomes TypeScript or is removed.
/// </summary>
internal static partial class TypeScriptRuntime
{
    private static readonly Dictionary<string, (string[] Needs, string Text)> Sections = ReadSections();

    /// <summary>The public types.</summary>
    public static string Types { get; } = Read("types.ts");

    /// <summary>The declarations of what a client throws, for JavaScript.</summary>
    public const string Errors =
        """
        /** The server answered with something else than what was asked for. */
        export declare class ApiError extends Error {
          readonly status: number;
          readonly problem: Problem | undefined;
          readonly headers: Headers;
          readonly body: string;
        }

        /** A stream ended before it was whole: the items before were yielded, and more would have come. */
        export declare class StreamTruncatedError extends Error {
          readonly items: number;
          readonly lastEventId: string | undefined;
        }

        """;

    /// <summary>Sections with those that they need, in the order of the file.</summary>
    public static string With(IEnumerable<string> names)
    {
        var needed = new HashSet<string>();
        var open = new Stack<string>(names);
        while (open.TryPop(out var name))
        {
            if (needed.Add(name))
            {
                Array.ForEach(Sections[name].Needs, open.Push);
            }
        }

        return string.Join("\n", Sections.Where(section => needed.Contains(section.Key)).Select(static section => section.Value.Text));
    }

    public static string ToTypeScript(string text) => Annotation().Replace(text, static found => found.Groups["type"].Value);

    public static string ToJavaScript(string text) => Annotation().Replace(AnnotationLines().Replace(text, ""), "");

    private static Dictionary<string, (string[] Needs, string Text)> ReadSections()
    {
        var sections = new Dictionary<string, (string[] Needs, string Text)>();
        foreach (var section in Read("runtime.js").Split("//# ", StringSplitOptions.RemoveEmptyEntries))
        {
            var (head, text) = (section[..section.IndexOf('\n', StringComparison.Ordinal)], section[(section.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
            var parts = head.Split(':');
            sections[parts[0]] = (parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries), text.TrimEnd('\n') + "\n");
        }

        return sections;
    }

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(TypeScriptRuntime).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex(@"/\*ts(?: |\n)(?<type>.*?)\n? *\*/", RegexOptions.Singleline)]
    private static partial Regex Annotation();

    // With their lines, where they stand alone.
    [GeneratedRegex(@"^ */\*ts\n.*?\*/\n", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex AnnotationLines();
}
