using System.Runtime.CompilerServices;
using Jero.Generator.Diagnostics;
using Jero.Generator.Model;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Caching;

/// <summary>
/// Skips the parsing of a class whose file is unchanged, in a compilation where nothing is declared differently that the class may depend
/// on. After every edit Roslyn asks again for every class, because a symbol may depend on any file. Finding out that most classes do not
/// depend on an edit is far cheaper than binding every item type again.
/// </summary>
/// <remarks>
/// This is correct as long as no parser looks at what <see cref="DeclaredText"/> leaves out of another file, and finds no declaration but by
/// a name that <see cref="TreeNames"/> knows. DeclarationTests and ReachTests check that.
/// </remarks>
internal static class ParseCache
{
    // The key is the syntax of the class, which lives as long as its file is not edited. The result has the location in that file and must
    // not live longer.
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
        if (Entries.TryGetValue(syntax.TargetNode, out var known)
            && !declarations.DifferenceTo(known.Declarations, cancellationToken).Concerns(() => known.ReachOf(syntax.TargetNode.SyntaxTree, cancellationToken)))
        {
            // Releases the files of the earlier compilation.
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

    // A diagnostic may be in another file, where edits that declare nothing can move it. And the parsers look into the bodies of the class
    // itself, so all of them must be in this file.
    private static bool IsKept(GeneratorAttributeSyntaxContext syntax, ParseResult result) =>
        syntax.TargetSymbol.DeclaringSyntaxReferences.Length == 1
        && result.Diagnostics.All(diagnostic => diagnostic.Location?.SourceTree == syntax.TargetNode.SyntaxTree);

    private sealed class Entry(Declarations declarations, ParseResult result)
    {
        private Reach? _reach;

        public Declarations Declarations { get; set; } = declarations;

        public ParseResult Result { get; } = result;

        public Reach ReachOf(SyntaxTree tree, CancellationToken cancellationToken) => _reach ??= Declarations.ReachOf(tree, cancellationToken);
    }
}
