using System.Text;

namespace Jero.Generator.Model;

/// <summary>Implements the naming policies of System.Text.Json exactly, because they must be applied at compile time.</summary>
internal static class NamingPolicies
{
    public static string Apply(this NamingPolicy policy, string name) => policy switch
    {
        NamingPolicy.CamelCase => CamelCase(name),
        NamingPolicy.SnakeCaseLower => Separate(name, '_', isLower: true),
        NamingPolicy.SnakeCaseUpper => Separate(name, '_', isLower: false),
        NamingPolicy.KebabCaseLower => Separate(name, '-', isLower: true),
        NamingPolicy.KebabCaseUpper => Separate(name, '-', isLower: false),
        _ => name,
    };

    // A leading run of capitals becomes lower case, up to the one that begins the next word.
    private static string CamelCase(string name)
    {
        if (name.Length == 0 || !char.IsUpper(name[0]))
        {
            return name;
        }

        var characters = name.ToCharArray();
        for (var i = 0; i < characters.Length; i++)
        {
            if (i == 1 && !char.IsUpper(characters[i]))
            {
                break;
            }

            if (i > 0 && i + 1 < characters.Length && !char.IsUpper(characters[i + 1]))
            {
                if (characters[i + 1] == ' ')
                {
                    characters[i] = char.ToLowerInvariant(characters[i]);
                }

                break;
            }

            characters[i] = char.ToLowerInvariant(characters[i]);
        }

        return new string(characters);
    }

    // A word begins at a capital after a small letter or digit, and at the last capital of a run before a small letter.
    private static string Separate(string name, char separator, bool isLower)
    {
        var separated = new StringBuilder(name.Length + 4);
        var previous = Kind.Start;
        for (var i = 0; i < name.Length; i++)
        {
            var character = name[i];
            if (char.IsUpper(character))
            {
                var startsWord = previous is Kind.Small or Kind.Gap
                    || (previous == Kind.Capital && i + 1 < name.Length && char.IsLower(name[i + 1]));
                if (startsWord)
                {
                    separated.Append(separator);
                }

                separated.Append(isLower ? char.ToLowerInvariant(character) : character);
                previous = Kind.Capital;
            }
            else if (char.IsLower(character) || char.IsDigit(character))
            {
                if (previous == Kind.Gap)
                {
                    separated.Append(separator);
                }

                separated.Append(isLower ? character : char.ToUpperInvariant(character));
                previous = Kind.Small;
            }
            else if (char.IsWhiteSpace(character))
            {
                previous = previous == Kind.Start ? Kind.Start : Kind.Gap;
            }
            else
            {
                separated.Append(character);
                previous = Kind.Start;
            }
        }

        return separated.ToString();
    }

    private enum Kind
    {
        Start,
        Capital,
        Small,
        Gap,
    }
}
