using Jero.Client.Tool.Model;

namespace Jero.Client.Tool.Commands;

/// <summary>Holds what the command line asks for.</summary>
internal sealed record GenerateArguments
{
    public const string Usage =
        """
        jero-client <openapi.json> [options]      makes a client of an OpenAPI document (3.0, 3.1, 3.2)
          --language csharp|typescript|javascript   csharp unless given
          --output FILE                             standard output unless given; javascript writes FILE.js and FILE.d.ts
          --namespace NAME                          of the C# types; the class's name without Client unless given
          --class NAME                              the document's title and Client unless given
          --types A=B;C=D                           C# types that are there already, by the names of the components
          --check                                   writes nothing: exits with 1 where the output is another

        jero-client tail URL [--max N]            prints the items of a stream as they come; exits with 1 where it was cut
        """;

    private static readonly string[] Languages = ["csharp", "typescript", "javascript"];

    public required string Document { get; init; }

    public string Language { get; init; } = "csharp";

    public string? Output { get; init; }

    public string? Namespace { get; init; }

    public string? Class { get; init; }

    public IReadOnlyDictionary<string, string> Types { get; init; } = new Dictionary<string, string>();

    public bool IsCheck { get; init; }

    /// <exception cref="ArgumentException">The arguments are invalid. The message says why.</exception>
    public static GenerateArguments Parse(IReadOnlyList<string> words)
    {
        var document = default(string);
        var parsed = new GenerateArguments { Document = "" };
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (!word.StartsWith('-'))
            {
                document = document is null ? word : throw new ArgumentException($"'{word}' is a second document, after '{document}'. Name only one.");
                continue;
            }

            if (word == "--check")
            {
                parsed = parsed with { IsCheck = true };
                continue;
            }

            var value = i + 1 < words.Count ? words[++i] : throw new ArgumentException($"'{word}' needs a value.");
            parsed = word switch
            {
                "--language" => parsed with { Language = LanguageOf(value) },
                "--output" => parsed with { Output = value },
                "--namespace" => parsed with { Namespace = Dotted(value, word) },
                "--class" => parsed with { Class = Identifier(value, word) },
                "--types" => parsed with { Types = ParseTypes(value) },
                _ => throw new ArgumentException($"There is no option '{word}'."),
            };
        }

        if (parsed.Language == "javascript" && parsed.Output is null)
        {
            throw new ArgumentException("'--language javascript' needs '--output': it writes two files.");
        }

        if (parsed.Language != "csharp" && parsed.Types.Count > 0)
        {
            throw new ArgumentException("'--types' only works with '--language csharp'.");
        }

        return parsed with { Document = document ?? throw new ArgumentException("The document is missing.") } is { IsCheck: true, Output: null }
            ? throw new ArgumentException("'--check' needs '--output': the file to compare with.")
            : parsed with { Document = document };
    }

    private static string LanguageOf(string value) => Languages.Contains(value.ToLowerInvariant())
        ? value.ToLowerInvariant()
        : throw new ArgumentException($"'{value}' is not a language of a client. Use csharp, typescript or javascript.");

    private static Dictionary<string, string> ParseTypes(string text)
    {
        var types = new Dictionary<string, string>();
        foreach (var pair in text.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = pair.Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts is not [{ Length: > 0 } component, { Length: > 0 } type] || !types.TryAdd(component, Dotted(type, "--types")))
            {
                throw new ArgumentException(
                    $"'{pair}' of '--types' is not a pair of a component and a type, such as 'Movie=Contracts.Movie', or the component already has a type.");
            }
        }

        return types;
    }

    private static string Dotted(string value, string option)
    {
        foreach (var part in value.Split('.'))
        {
            Identifier(part, option);
        }

        return value;
    }

    private static string Identifier(string value, string option) =>
        value.Length > 0 && !char.IsDigit(value[0]) && value.All(static letter => char.IsLetterOrDigit(letter) || letter == '_')
        ? value
        : throw new ArgumentException($"'{value}' is not a valid name for '{option}'.");

    /// <summary>Returns the name of the class: the one that was given, or one derived from the document's title.</summary>
    public string ClassFor(string title) => Class ?? (Names.Pascal(title) is var name && name.EndsWith("Client", StringComparison.Ordinal) ? name : $"{name}Client");
}
