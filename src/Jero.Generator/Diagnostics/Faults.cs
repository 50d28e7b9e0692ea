using System.Collections.Immutable;
using Jero.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Diagnostics;

/// <summary>What becomes of faults: what they reach is left out, and the user's own classes say so.</summary>
internal static class Faults
{
    public static IncrementalValueProvider<EquatableArray<Fault>> Of<T>(IncrementalValuesProvider<Attempt<T>> attempts) => attempts
        .Where(static attempt => attempt.Fault is not null)
        .Select(static (attempt, _) => attempt.Fault!)
        .Collect()
        .Select(static (faults, _) => faults.ToEquatableArray());

    public static IncrementalValueProvider<EquatableArray<Fault>> Of<T>(IncrementalValueProvider<Attempt<T>> attempt) =>
        attempt.Select(static (attempt, _) => attempt.Fault is { } fault ? new[] { fault }.ToEquatableArray() : []);

    public static IncrementalValueProvider<EquatableArray<Fault>> Join(params IncrementalValueProvider<EquatableArray<Fault>>[] parts) =>
        parts.Aggregate(static (all, next) => all.Combine(next).Select(static (pair, _) => pair.Left.Concat(pair.Right).Distinct().ToEquatableArray()));

    /// <summary>The classes that failed or reach a definition that did, and the definitions that no other class reaches.</summary>
    public static Omission Omit(ImmutableArray<Endpoint> endpoints, EquatableArray<Fault> faults)
    {
        if (faults.Count == 0)
        {
            return new Omission(Everything: false, []);
        }

        var omitted = endpoints.ToLookup(endpoint => faults.Any(fault => IsAbout(fault, endpoint)));
        var kept = new HashSet<string>(omitted[false].SelectMany(static endpoint => endpoint.Definitions).Select(static definition => definition.Name), StringComparer.Ordinal);
        return new Omission(Everything: false, omitted[true]
            .SelectMany(static endpoint => endpoint.Definitions.Select(static definition => definition.Name).Prepend(endpoint.TypeName))
            .Where(name => !kept.Contains(name))
            .Distinct()
            .ToEquatableArray());
    }

    /// <summary>One message at each class that a fault is about; at the first class where it is about none.</summary>
    public static IEnumerable<DiagnosticInfo> Report(ImmutableArray<ParseResult> results, EquatableArray<Fault> faults) => faults.SelectMany(fault =>
    {
        var classes = results.Where(result => result.Endpoint is { } endpoint && IsAbout(fault, endpoint)).ToList();
        return classes.Count > 0
            ? classes.Select(result => Describe(fault, result.Location, result.Endpoint!.TypeName.Replace("global::", ""), "the other classes are generated all the same"))
            : [Describe(fault, results.FirstOrDefault()?.Location, $"the assembly's {fault.Name}", "nothing is generated until then")];
    });

    /// <summary>What a class says that could not be read.</summary>
    public static DiagnosticInfo Describe(Fault fault, Location? location, string subject, string consequence) =>
        DiagnosticInfo.Create(DiagnosticDescriptors.GeneratorFault, location, subject, fault.Exception, fault.Message, consequence);

    private static bool IsAbout(Fault fault, Endpoint endpoint) =>
        endpoint.TypeName == fault.Name || endpoint.Definitions.Any(definition => definition.Name == fault.Name);
}
