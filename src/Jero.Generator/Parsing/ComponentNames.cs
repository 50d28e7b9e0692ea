using System.Collections.Immutable;
using Jero.Generator.Diagnostics;

namespace Jero.Generator.Parsing;

/// <summary>Finds two types that would share one component of the document: merged silently, one of them would be described wrongly.</summary>
internal static class ComponentNames
{
    public static IEnumerable<DiagnosticInfo> FindClashes(ImmutableArray<ParseResult> results, CancellationToken cancellationToken)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var result in results.Where(static result => result.Endpoint is not null))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var definition in result.Endpoint!.Definitions)
            {
                if (!known.TryGetValue(definition.Component, out var other))
                {
                    known.Add(definition.Component, definition.TypeName);
                }
                else if (other != definition.TypeName)
                {
                    yield return DiagnosticInfo.Create(
                        DiagnosticDescriptors.ComponentClash,
                        result.Location,
                        other.Replace("global::", ""),
                        definition.TypeName.Replace("global::", ""),
                        definition.Component);
                }
            }
        }
    }
}
