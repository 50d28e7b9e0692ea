using System.Collections.Immutable;
using Jero.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Diagnostics;

/// <summary>Handles faults of the generator: what a fault affects is left out, and the user's own classes report it.</summary>
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

    /// <summary>
    /// Finds the classes and topics that failed or reach a definition that failed, and the definitions that nothing else reaches.
    /// </summary>
    public static Omission Omit(IEnumerable<IJsonPart> parts, EquatableArray<Fault> faults)
    {
        if (faults.Count == 0)
        {
            return new Omission(Everything: false, []);
        }

        var omitted = parts.ToLookup(part => faults.Any(fault => IsAbout(fault, part)));
        var kept = new HashSet<string>(
            omitted[false].SelectMany(static part => part.Definitions).Select(static definition => definition.Name), StringComparer.Ordinal);
        return new Omission(Everything: false, omitted[true]
            .SelectMany(static part => part.Definitions.Select(static definition => definition.Name).Prepend(part.HintName))
            .Where(name => !kept.Contains(name))
            .Distinct()
            .ToEquatableArray());
    }

    /// <summary>
    /// Reports one message at each class and topic that a fault affects, or at the first one if it is about none in particular.
    /// </summary>
    public static IEnumerable<DiagnosticInfo> Report(ImmutableArray<ParseResult> results, ImmutableArray<TopicResult> topics, EquatableArray<Fault> faults)
    {
        var sources = results.Select(static result => (Part: (IJsonPart?)result.Endpoint, result.Location, Name: result.Endpoint?.TypeName.ToString()))
            .Concat(topics.Select(static topic => (Part: (IJsonPart?)topic.Call?.Topic, topic.Location, Name: (string?)topic.Name)))
            .ToList();
        return faults.SelectMany(fault =>
        {
            var about = sources.Where(source => source.Part is { } part && IsAbout(fault, part)).ToList();
            return about.Count > 0
                ? about.Select(source => Describe(fault, source.Location, source.Name!, "everything else is still generated"))
                : [Describe(fault, sources.FirstOrDefault().Location, $"the assembly's {fault.Name}", "nothing is generated until it is fixed")];
        });
    }

    /// <summary>Creates the message for a class that could not be processed.</summary>
    public static DiagnosticInfo Describe(Fault fault, Location? location, string subject, string consequence) =>
        DiagnosticInfo.Create(DiagnosticDescriptors.GeneratorFault, location, subject, fault.Exception, fault.Message, consequence);

    private static bool IsAbout(Fault fault, IJsonPart part) =>
        part.HintName == fault.Name || part.Definitions.Any(definition => definition.Name == fault.Name);
}
