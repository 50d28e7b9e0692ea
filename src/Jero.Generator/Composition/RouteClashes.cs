using System.Collections.Immutable;
using Jero.Generator.Diagnostics;
using Jero.Generator.Model;

namespace Jero.Generator.Composition;

/// <summary>Finds two endpoints that answer the same requests. Routing would only notice at the first such request.</summary>
internal static class RouteClashes
{
    public static IEnumerable<DiagnosticInfo> Find(ImmutableArray<ParseResult> results, CancellationToken cancellationToken)
    {
        var known = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var result in results)
        {
            cancellationToken.ThrowIfCancellationRequested();
            // Where a class is mapped by hand is known only at run time.
            if (result.Endpoint is not { MapsManually: false } endpoint)
            {
                continue;
            }

            var matched = Matched(endpoint.Route);
            foreach (var handler in endpoint.Handlers)
            {
                var request = $"{handler.Verb} {matched}";
                var typeName = endpoint.TypeName.ToString();
                if (known.TryGetValue(request, out var other))
                {
                    yield return DiagnosticInfo.Create(DiagnosticDescriptors.DuplicateRoute, result.Location, other, typeName, handler.Verb, endpoint.Route.Template);
                }
                else
                {
                    known.Add(request, typeName);
                }
            }
        }
    }

    // The name of a parameter does not affect what it matches; its constraints do.
    private static string Matched(Route route) => string.Join("/", route.Segments.Select(static segment => string.Concat(segment.Parts.Select(Matched))));

    private static string Matched(RoutePart part) => part.Parameter is not { } parameter ? part.Text!
        : "{" + (parameter.IsCatchAll ? "*" : "") + string.Concat(parameter.Constraints.Select(static constraint => ":" + constraint))
            + (parameter.Default is { } fallback ? "=" + fallback : "") + (parameter.IsOptional ? "?" : "") + "}";
}
