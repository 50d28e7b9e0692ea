using Jero.Generator.Composition;
using Jero.Generator.Diagnostics;
using Jero.Generator.Emission.Endpoints;
using Jero.Generator.Emission.Json;
using Jero.Generator.Emission.Topics;
using Jero.Generator.Model;
using Jero.Generator.Parsing;
using Jero.Generator.Parsing.Caching;
using Jero.Generator.Parsing.Symbols;
using Jero.Generator.Parsing.Topics;
using Microsoft.CodeAnalysis;

namespace Jero.Generator;

/// <summary>
/// Defines the pipeline: each endpoint class and topic is parsed into models and diagnostics, and the models are printed as source.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class JeroGenerator : IIncrementalGenerator
{
    /// <summary>Called with the class, definition or step that comes next. A test lets it throw.</summary>
    internal Action<string> Entering { get; init; } = static _ => { };

    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        context.RegisterPostInitializationOutput(static output => output.AddEmbeddedAttributeDefinition());
        var guard = new Guard(Entering);

        var parsed = context.SyntaxProvider
            .ForAttributeWithMetadataName(KnownTypes.EndpointAttribute.FullName, EndpointParser.IsCandidate, (syntax, token) => ParseCache.Parse(syntax, guard, token))
            .WithTrackingName(TrackingNames.Parse);

        var endpoints = parsed
            .Select(static (result, _) => result.Endpoint)
            .Where(static endpoint => endpoint is not null)
            .Select(static (endpoint, _) => endpoint!)
            .WithTrackingName(TrackingNames.Endpoints);

        var calls = context.SyntaxProvider
            .CreateSyntaxProvider(TopicParser.IsCandidate, (syntax, token) => TopicParser.Parse(syntax, guard, token))
            .Where(static result => result is not null)
            .Select(static (result, _) => result!);

        var topics = calls
            .Where(static result => result.Call is not null)
            .Select(static (result, _) => result.Call!.Topic)
            .WithTrackingName(TrackingNames.Topics);

        var registrations = calls
            .Where(static result => result.Call is not null)
            .Select(static (result, _) => result.Call!)
            .Collect()
            .Select((all, _) => guard.Try("topics", () => AssemblyComposer.Distinct(all).ToEquatableArray()));

        var jsonParts = endpoints.Collect().Combine(topics.Collect()).Select(static (pair, _) => (IReadOnlyList<IJsonPart>)[.. pair.Left, .. pair.Right]);

        var distinct = jsonParts.Select((parts, _) => guard.Try("definitions", () => AssemblyComposer.Distinct(parts).ToEquatableArray()));

        var definitions = distinct
            .SelectMany(static (attempt, _) => attempt.Value)
            .WithTrackingName(TrackingNames.Definitions);

        var endpointFiles = endpoints.Select((endpoint, _) =>
            guard.Try(endpoint.HintName, () => new GeneratedFile(endpoint.HintName, EndpointEmitter.Print(endpoint))));

        var definitionFiles = definitions.Select((definition, _) =>
            guard.Try(definition.Name, () => new GeneratedFile(definition.HintName, JsonDefinitionEmitter.Print(definition))));

        var topicFiles = registrations.SelectMany(static (attempt, _) => attempt.Value).Select((registration, _) =>
            guard.Try(registration.Topic.HintName, () => new GeneratedFile(registration.Topic.HintName, TopicEmitter.Print(registration))));

        var partFaults = Faults.Join(Faults.Of(endpointFiles), Faults.Of(definitionFiles), Faults.Of(topicFiles));
        var omitted = jsonParts.Combine(partFaults).Select(static (pair, _) => Faults.Omit(pair.Left, pair.Right));

        var validation = endpoints
            .SelectMany(static (endpoint, _) => endpoint.ValidatedTypes)
            .Collect()
            .Select((all, _) => guard.Try("validation", () => ValidationEmitter.Print(AssemblyComposer.Distinct(all)).ToEquatableArray()))
            .WithTrackingName(TrackingNames.Validation);

        var settings = context.CompilationProvider.Select((compilation, _) => guard.Try("attributes", () => AssemblyParser.Parse(compilation)));

        var assembly = jsonParts.Combine(settings).Combine(omitted)
            .Select((input, _) => guard.Try("composition", () =>
                AssemblyComposer.Compose([.. input.Left.Left.Where(part => !input.Right.Has(part.HintName))], input.Left.Right.Value)))
            .WithTrackingName(TrackingNames.Assembly);

        var assemblyFiles = assembly.Select((attempt, _) => guard.Try("map method", () =>
            attempt.Value is { } model ? AssemblyEmitter.Print(model).ToEquatableArray() : []));

        var hintNames = endpoints
            .Select(static (endpoint, _) => endpoint.HintName)
            .Collect()
            .Combine(definitions.Select(static (definition, _) => definition.HintName).Collect())
            .Combine(registrations)
            .Select((names, token) => guard.Try("names of files", () => HintNames.FindClashes(
                [.. names.Left.Left, .. names.Left.Right, .. names.Right.Value.Select(static registration => registration.Topic.HintName)], token)))
            .WithTrackingName(TrackingNames.HintNames);

        var diagnostics = parsed
            .SelectMany(static (result, _) => result.Diagnostics)
            .WithTrackingName(TrackingNames.Diagnostics);

        var topicDiagnostics = calls.SelectMany(static (result, _) => result.Diagnostics);

        var clashes = parsed
            .Collect()
            .Select((results, token) => guard.Try("names and routes", () => ComponentNames.FindClashes(results, token).Concat(RouteClashes.Find(results, token)).ToEquatableArray()))
            .WithTrackingName(TrackingNames.Clashes);

        var checks = context.CompilationProvider.Select((compilation, token) =>
            guard.Try("attributes", () => AssemblyParser.Check(compilation, token).ToEquatableArray()));

        var wholeFaults = Faults.Join(
            Faults.Of(distinct), Faults.Of(registrations), Faults.Of(validation), Faults.Of(settings), Faults.Of(assembly), Faults.Of(assemblyFiles), Faults.Of(hintNames));
        var omission = omitted.Combine(wholeFaults).Select(static (pair, _) => pair.Left with { Everything = pair.Right.Count > 0 });
        var faults = Faults.Join(partFaults, wholeFaults, Faults.Of(clashes), Faults.Of(checks));

        var parts = hintNames.Combine(omission);
        context.RegisterSourceOutput(endpointFiles.Combine(parts), static (output, input) => AddPart(output, input.Left, input.Right.Left, input.Right.Right));
        context.RegisterSourceOutput(definitionFiles.Combine(parts), static (output, input) => AddPart(output, input.Left, input.Right.Left, input.Right.Right));
        context.RegisterSourceOutput(topicFiles.Combine(parts), static (output, input) => AddPart(output, input.Left, input.Right.Left, input.Right.Right));
        context.RegisterSourceOutput(validation.Combine(omission), static (output, input) => AddAll(output, input.Left.Value, input.Right));
        context.RegisterSourceOutput(assemblyFiles.Combine(omission), static (output, input) => AddAll(output, input.Left.Value, input.Right));
        context.RegisterSourceOutput(diagnostics, Report);
        context.RegisterSourceOutput(topicDiagnostics, Report);
        context.RegisterSourceOutput(clashes.SelectMany(static (attempt, _) => attempt.Value), Report);
        context.RegisterSourceOutput(checks.SelectMany(static (attempt, _) => attempt.Value), Report);
        context.RegisterSourceOutput(parsed.Collect().Combine(calls.Collect()).Combine(faults)
            .SelectMany(static (input, _) => Faults.Report(input.Left.Left, input.Left.Right, input.Right)), Report);
    }

    private static void AddPart(SourceProductionContext output, Attempt<GeneratedFile> part, Attempt<EquatableArray<HintName>> hintNames, Omission omission)
    {
        if (part.Value is { } file && !omission.Has(part.Name))
        {
            output.AddSource(hintNames.Value.Resolve(file.HintName), file.Text);
        }
    }

    private static void AddAll(SourceProductionContext output, EquatableArray<GeneratedFile> files, Omission omission)
    {
        foreach (var file in omission.Everything ? [] : files)
        {
            output.AddSource(file.HintName, file.Text);
        }
    }

    private static void Report(SourceProductionContext output, DiagnosticInfo diagnostic) => output.ReportDiagnostic(diagnostic.ToDiagnostic());
}
