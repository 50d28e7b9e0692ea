using System.Text;

// Both of the generator, for [RegularExpression], and of the library, for route constraints.
namespace Jero.OpenApi;

/// <summary>
/// Regular expressions of .NET as patterns of a schema, which are ECMA-262's with the flag <c>u</c>: what only .NET understands would make
/// the schema unusable.
/// </summary>
/// <remarks>https://json-schema.org/draft/2020-12/json-schema-core#section-6.4</remarks>
internal static class EcmaPattern
{
    private const string SyntaxCharacters = "^$\\.*+?()[]{}|/";
    private const string Escapes = "dDsSwWbBfnrtvcxuk0123456789";

    /// <summary>Whether both understand the expression.</summary>
    public static bool Is(string pattern)
    {
        var isInClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\':
                    if (++i == pattern.Length || !IsEscape(pattern[i], isInClass))
                    {
                        return false;
                    }

                    break;
                case '[' when isInClass:
                    // A class taken from another: `[a-z-[aeiou]]`.
                    if (pattern[i - 1] == '-')
                    {
                        return false;
                    }

                    break;
                case '[':
                    isInClass = true;
                    i += Next(pattern, i) == '^' ? 1 : 0;

                    // A bracket right behind is a character to .NET and the end to ECMA-262.
                    if (Next(pattern, i) == ']')
                    {
                        return false;
                    }

                    break;
                case ']' when isInClass:
                    isInClass = false;
                    break;
                case ']' or '}' when !isInClass:
                    return false;
                case '{' when !isInClass:
                    if (QuantifierEnd(pattern, i) is not { } end)
                    {
                        return false;
                    }

                    i = end;
                    break;
                case '(' when !isInClass && Next(pattern, i) == '?':
                    if (!IsGroup(pattern, i + 2))
                    {
                        return false;
                    }

                    break;
            }
        }

        return !isInClass;
    }

    /// <summary>The expression as one that matches letters in any case, which a pattern has no option for.</summary>
    /// <param name="pattern">One that <see cref="Is"/> accepts.</param>
    public static string IgnoringCase(string pattern)
    {
        var text = new StringBuilder(pattern.Length);
        var isInClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            var character = pattern[i];
            if (character == '\\' || (character == '(' && Next(pattern, i) == '?'))
            {
                var end = EndOfName(pattern, i);
                text.Append(pattern, i, end - i);
                i = end - 1;
            }
            else if (!IsLetter(character))
            {
                isInClass = character == '[' || (isInClass && character != ']');
                text.Append(character);
            }
            else if (!isInClass)
            {
                text.Append('[').Append(Lower(character)).Append(Upper(character)).Append(']');
            }
            else if (Next(pattern, i) == '-' && i + 2 < pattern.Length && IsLetter(pattern[i + 2]))
            {
                var last = pattern[i + 2];
                text.Append(character).Append('-').Append(last);
                if (char.IsLower(character) == char.IsLower(last))
                {
                    var isLower = char.IsLower(character);
                    text.Append(isLower ? Upper(character) : Lower(character)).Append('-').Append(isLower ? Upper(last) : Lower(last));
                }

                i += 2;
            }
            else
            {
                text.Append(Lower(character)).Append(Upper(character));
            }
        }

        return text.ToString();
    }

    private static bool IsEscape(char escaped, bool isInClass) =>
        SyntaxCharacters.Contains(escaped) || Escapes.Contains(escaped) || (isInClass && escaped == '-');

    // (?: (?= (?! (?<= (?<! and (?<name>, but neither options nor (?<from-to>.
    private static bool IsGroup(string pattern, int kind)
    {
        if (kind >= pattern.Length || !":=!<".Contains(pattern[kind]))
        {
            return false;
        }

        if (pattern[kind] != '<' || Next(pattern, kind) is '=' or '!')
        {
            return true;
        }

        var end = pattern.IndexOf('>', kind);
        return end > kind + 1 && pattern.IndexOf('-', kind, end - kind) < 0 && !char.IsDigit(pattern[kind + 1]);
    }

    private static int? QuantifierEnd(string pattern, int start)
    {
        var end = pattern.IndexOf('}', start);
        if (end < start + 2 || !char.IsDigit(pattern[start + 1]))
        {
            return null;
        }

        for (var i = start + 1; i < end; i++)
        {
            if (!char.IsDigit(pattern[i]) && pattern[i] != ',')
            {
                return null;
            }
        }

        return end;
    }

    // What follows an escape or opens a group are no letters to be matched.
    private static int EndOfName(string pattern, int start)
    {
        var length = (pattern[start], Next(pattern, start)) switch
        {
            ('\\', 'x') => 4,
            ('\\', 'u') => 6,
            ('\\', 'c') => 3,
            ('\\', 'k') or ('(', '?') when pattern.IndexOf('<', start) == start + 2 && pattern.IndexOf('>', start) is > 0 and var end => end - start + 1,
            ('(', '?') => 3,
            _ => 2,
        };
        return Math.Min(start + length, pattern.Length);
    }

    private static char Next(string pattern, int i) => i + 1 < pattern.Length ? pattern[i + 1] : '\0';

    private static bool IsLetter(char character) => character is >= 'a' and <= 'z' or >= 'A' and <= 'Z';

    private static char Lower(char letter) => char.ToLowerInvariant(letter);

    private static char Upper(char letter) => char.ToUpperInvariant(letter);
}
