using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Jero.Generator.Diagnostics;

namespace Jero.Generator.Composition;

/// <summary>Finds two endpoints that answer the same requests, which routing would only find out about on the first of them.</summary>
internal static class RouteClashes
{
    // A parameter's name says nothing about what it matches; its constraints do.
    private static readonly Regex ParameterName = new(@"(?<!\{)\{\*{0,2}[^{}:=?]+", RegexOptions.CultureInvariant);

    public static IEnumerable<DiagnosticInfo> Find(ImmutableArray<ParseResult> results, CancellationToken cancellationToken)
    {
        var known = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var result in results)
        {
            cancellationToken.ThrowIfCancellationRequested();
            // Where a class that is mapped by hand answers is only known at run time.
            if (result.Endpoint is not { MapsManually: false } endpoint)
            {
                continue;
            }

            foreach (var handler in endpoint.Handlers)
            {
                var request = $"{handler.Verb} {ParameterName.Replace(endpoint.Path, static match => match.Value.StartsWith("{*", StringComparison.Ordinal) ? "{*" : "{").TrimEnd('/')}";
                var typeName = endpoint.TypeName.Replace("global::", "");
                if (known.TryGetValue(request, out var other))
                {
                    yield return DiagnosticInfo.Create(DiagnosticDescriptors.DuplicateRoute, result.Location, other, typeName, handler.Verb, endpoint.Path);
                }
                else
                {
                    known.Add(request, typeName);
                }
            }
        }
    }
}
