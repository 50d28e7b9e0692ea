using System.Collections.Immutable;
using Jero.Generator.Diagnostics;

namespace Jero.Generator.Parsing;

/// <summary>Finds two endpoint classes that answer one verb at one path: <c>MapJero</c> maps both, and routing can choose neither.</summary>
internal static class RouteOverlaps
{
    public static IEnumerable<DiagnosticInfo> Find(ImmutableArray<ParseResult> results, CancellationToken cancellationToken)
    {
        var known = new Dictionary<(string Verb, string Path), string>();
        foreach (var result in results.Where(static result => result.Endpoint is not null))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var endpoint = result.Endpoint!;
            var path = RouteTemplate.Parse(endpoint.Path).Identity;
            foreach (var handler in endpoint.Handlers)
            {
                if (!known.TryGetValue((handler.Verb, path), out var other))
                {
                    known.Add((handler.Verb, path), endpoint.TypeName);
                    continue;
                }

                yield return DiagnosticInfo.Create(
                    DiagnosticDescriptors.RouteOverlap,
                    result.Location,
                    other.Replace("global::", ""),
                    endpoint.TypeName.Replace("global::", ""),
                    handler.Verb,
                    endpoint.Path);
            }
        }
    }
}
