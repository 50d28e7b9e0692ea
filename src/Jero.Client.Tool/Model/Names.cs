using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Jero.Client.Tool.Model;

/// <summary>Turns names of the wire into names that every language accepts.</summary>
internal static class Names
{
    /// <summary>Returns the name with a capital for every word: <c>page_size</c> is <c>PageSize</c>.</summary>
    public static string Pascal(string text)
    {
        var name = new StringBuilder();
        foreach (var word in Words(text))
        {
            // A word in capitals also counts: MOVIE is Movie. Two letters stay: ID.
            var rest = word.Length > 2 && word.All(static letter => !char.IsLower(letter)) ? word[1..].ToLowerInvariant() : word[1..];
            name.Append(char.ToUpperInvariant(word[0])).Append(rest);
        }

        return name.Length == 0 ? "Value" : char.IsLetter(name[0]) ? name.ToString() : $"_{name}";
    }

    /// <summary>The first word small: <c>page_size</c> is <c>pageSize</c>.</summary>
    public static string Camel(string text) => Pascal(text) is ['_', ..] name ? name : JsonNamingPolicy.CamelCase.ConvertName(Pascal(text));

    /// <summary>Returns the name, followed by the first number that makes it unique if necessary.</summary>
    public static string Unique(string name, ISet<string> taken)
    {
        var joint = char.IsDigit(name[^1]) ? "_" : "";
        var unique = name;
        for (var number = 2; !taken.Add(unique); number++)
        {
            unique = name + joint + number.ToString(CultureInfo.InvariantCulture);
        }

        return unique;
    }

    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var letter in text)
        {
            if (char.IsLetter(letter) || char.IsDigit(letter))
            {
                word.Append(letter);
            }
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }
}
