using System.Runtime.CompilerServices;
using Jero.Generator.Diagnostics;
using Jero.Generator.Model;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Caching;

/// <summary>
/// Spares the parsing of a class whose file is the same as before, in a compilation that declares the same as before. Roslyn asks anew for
/// every class after every edit, since a symbol may depend on any file; but most edits are in the body of a method, where nothing is
/// declared, and finding that out is far cheaper than binding every item type again.
/// </summary>
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
        var fault = Faults.Describe(attempt.Fault!, location, name, "the other classes are generated all the same");
        return new ParseResult(Endpoint: null, location, new[] { fault }.ToEquatableArray());
    }

    private static ParseResult Parse(GeneratorAttributeSyntaxContext syntax, CancellationToken cancellationToken)
    {
        var stamp = DeclarationStamp.Of(syntax.SemanticModel.Compilation, cancellationToken);
        if (Entries.TryGetValue(syntax.TargetNode, out var known) && known.Stamp == stamp)
        {
            return known.Result;
        }

        var result = EndpointParser.Parse(syntax, cancellationToken);
        if (IsKept(syntax, result))
        {
            lock (Entries)
            {
                Entries.Remove(syntax.TargetNode);
                Entries.Add(syntax.TargetNode, new Entry(stamp, result));
            }
        }

        return result;
    }

    // What there is to say may be about another file, where it moves with the edits of bodies. And the bodies of the class itself are
    // looked into: they must all be in this file.
    private static bool IsKept(GeneratorAttributeSyntaxContext syntax, ParseResult result) =>
        result is { Endpoint: not null, Diagnostics.Count: 0 } && syntax.TargetSymbol.DeclaringSyntaxReferences.Length == 1;

    private sealed class Entry(string stamp, ParseResult result)
    {
        public string Stamp { get; } = stamp;

        public ParseResult Result { get; } = result;
    }
}
