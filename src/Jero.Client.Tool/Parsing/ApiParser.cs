using Jero.Client.Tool.Model;
using Jero.Client.Tool.Parsing.Operations;
using Jero.Client.Tool.Parsing.Schemas;

namespace Jero.Client.Tool.Parsing;

/// <summary>Reads a document into the model of a client.</summary>
internal static class ApiParser
{
    /// <summary>The model; null if the findings have an error.</summary>
    /// <param name="text">The document.</param>
    /// <param name="existing">Types that are there already, by the names of the components.</param>
    /// <param name="reserved">Names that no type may have.</param>
    /// <param name="findings">Gets what a client cannot do.</param>
    public static Api? Parse(string text, IReadOnlyDictionary<string, string> existing, IEnumerable<string> reserved, Findings findings)
    {
        if (DocumentReader.Read(text, findings) is not var (document, json))
        {
            return null;
        }

        foreach (var name in existing.Keys.Where(name => document.Components?.Schemas?.ContainsKey(name) != true))
        {
            findings.Error(Pointer.Root["components"]["schemas"], $"There is no component '{name}', for which '{existing[name]}' is to be used.");
        }

        var types = new TypeRegistry([.. reserved, .. existing.Keys.Select(Names.Pascal)]);
        var schemas = new SchemaParser(document, new SchemaUses(json), types, findings, existing);
        var server = document.Servers is [{ Url: { } url, Variables: not { Count: > 0 } }, ..] ? url.TrimEnd('/') : "";
        var isAbsolute = Uri.TryCreate(server, UriKind.Absolute, out var address) && address.Scheme.StartsWith("http", StringComparison.Ordinal);
        var operations = new OperationParser(schemas).Parse(isAbsolute || !server.StartsWith('/') ? "" : server).ToList();
        if (operations.Count == 0)
        {
            findings.Error(Pointer.Root["paths"], "The document has no operation that a client could make.");
        }

        return findings.HasErrors ? null : new Api
        {
            Title = document.Info?.Title is { Length: > 0 } title ? title : "Api",
            Description = document.Info?.Description ?? document.Info?.Summary,
            Server = isAbsolute ? server : null,
            Operations = operations,
            Types = UsualTypes.Mark(operations, TypeUses.Mark(operations, types), types),
            Existing = existing,
        };
    }
}
