using System.Runtime.CompilerServices;
using Jero.Generator.Diagnostics;
using Jero.Generator.Model;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Caching;

/// <summary>
/// Spares the parsing of a class whose file is the same as before, in a compilation that declares the same as before. Roslyn asks anew for
/// every class after every edit, since a symbol may depend on any file; but most edits are where nothing is declared, and to find that out
/// is far cheaper than to bind every item type again.
/// </summary>
/// <remarks>
/// It is sound as long as no parser looks at what <see cref="DeclaredText"/> leaves out of another file; DeclarationTests hold that.
/// An edit of what is declared, anywhere in the project, parses every class anew.
/// </remarks>
internal static class ParseCache
{
    // By the syntax of the class: it lives as long as its file is not edited, and what it came to, which has the file's location, no longer.
    private static readonly ConditionalWeakTable<SyntaxNode, Entry> Entries = new();

    public static ParseResult Parse(GeneratorAttributeSyntaxContext syntax, Guard guard, CancellationToken cancellationToken)
    {
        var name = syntax.TargetSymbol.Message();
        var attempt = guard.Try(name, () => Parse(syntax, cancellationToken));
        if (attempt.Value is { } result)
        {
            return result;
        }

        var location = EndpointParser.LocationOf(syntax);
        var fault = Faults.Describe(attempt.Fault!, location, name, "everything else is still generated");
        return new ParseResult(Endpoint: null, location, new[] { fault }.ToEquatableArray());
    }

    private static ParseResult Parse(GeneratorAttributeSyntaxContext syntax, CancellationToken cancellationToken)
    {
        var declarations = Declarations.Of(syntax.SemanticModel.Compilation);
        if (Entries.TryGetValue(syntax.TargetNode, out var known) && declarations.AreThoseOf(known.Declarations, cancellationToken))
        {
            // The files of the earlier compilation need not be held any longer.
            known.Declarations = declarations;
            return known.Result;
        }

        var result = EndpointParser.Parse(syntax, cancellationToken);
        if (IsKept(syntax, result))
        {
            lock (Entries)
            {
                Entries.Remove(syntax.TargetNode);
                Entries.Add(syntax.TargetNode, new Entry(declarations, result));
            }
        }

        return result;
    }

    // What there is to say may be about another file, where it moves with edits that declare nothing. And the bodies of the class itself
    // are looked into: they must all be in this file.
    private static bool IsKept(GeneratorAttributeSyntaxContext syntax, ParseResult result) =>
        syntax.TargetSymbol.DeclaringSyntaxReferences.Length == 1
        && result.Diagnostics.All(diagnostic => diagnostic.Location?.SourceTree == syntax.TargetNode.SyntaxTree);

    private sealed class Entry(Declarations declarations, ParseResult result)
    {
        public Declarations Declarations { get; set; } = declarations;

        public ParseResult Result { get; } = result;
    }
}
