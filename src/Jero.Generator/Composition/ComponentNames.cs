using System.Collections.Immutable;
using Jero.Generator.Diagnostics;
using Jero.Generator.Model;

namespace Jero.Generator.Composition;

/// <summary>
/// Finds two types that would share one component of the document. If they were merged, one of them would be described wrongly.
/// </summary>
internal static class ComponentNames
{
    public static IEnumerable<DiagnosticInfo> FindClashes(ImmutableArray<ParseResult> results, CancellationToken cancellationToken)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var result in results.Where(static result => result.Endpoint is not null))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var listed = new HashSet<string>(
                result.Endpoint!.Handlers.SelectMany(static handler => handler.Schemas).Select(static schema => schema.Definition), StringComparer.Ordinal);
            foreach (var (component, typeName) in result.Endpoint.Definitions
                .Where(definition => definition is not EnumNames && listed.Contains(definition.Name))
                .SelectMany(Components))
            {
                if (!known.TryGetValue(component, out var other))
                {
                    known.Add(component, typeName);
                }
                else if (other != typeName)
                {
                    yield return DiagnosticInfo.Create(
                        DiagnosticDescriptors.ComponentClash,
                        result.Location,
                        other,
                        typeName,
                        component);
                }
            }
        }
    }

    // A variant of a polymorphic type is a separate component, besides that of the same type alone.
    private static IEnumerable<(string Component, string TypeName)> Components(JsonDefinition definition)
    {
        yield return (definition.Component, definition.TypeName.ToString());
        foreach (var variant in (definition as JsonObject)?.Polymorphism?.Variants ?? [])
        {
            yield return (variant.Component, $"{variant.TypeName} as {definition.TypeName}");
        }
    }
}
