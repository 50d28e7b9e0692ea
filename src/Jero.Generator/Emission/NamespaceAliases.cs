using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Jero.Generator.Emission;

/// <summary>
/// Defines the aliases that shorten the generated half of a class. They are inside its namespace, where no name of the user's and no global
/// using can hide them. The global namespace has no inside, so a class there gets the full names instead.
/// </summary>
internal static class NamespaceAliases
{
    private static readonly (string Alias, string Namespace)[] All =
    [
        ("Builder", "Microsoft.AspNetCore.Builder"),
        ("Http", "Microsoft.AspNetCore.Http"),
        ("JeroGen", "Jero.Generated"),
        ("Routing", "Microsoft.AspNetCore.Routing"),
        ("Tasks", "System.Threading.Tasks"),
    ];

    public static string Usings => string.Concat(All.Select(static pair => $"using {pair.Alias} = global::{pair.Namespace};\n"));

    /// <summary>Expands each alias in the code. Text in literals and comments stays.</summary>
    public static string Expand(string code)
    {
        var tokens = SyntaxFactory.ParseTokens(code, options: new CSharpParseOptions(LanguageVersion.Preview)).ToList();
        var expanded = new StringBuilder(code.Length * 2);
        for (var i = 0; i < tokens.Count; i++)
        {
            var name = i + 1 < tokens.Count && tokens[i + 1].IsKind(SyntaxKind.ColonColonToken)
                ? All.FirstOrDefault(pair => pair.Alias == tokens[i].ValueText).Namespace
                : null;
            if (name is null)
            {
                expanded.Append(tokens[i].ToFullString());
                continue;
            }

            expanded.Append(tokens[i].LeadingTrivia.ToFullString()).Append("global::").Append(name).Append('.');
            i++;
        }

        return expanded.ToString();
    }
}
