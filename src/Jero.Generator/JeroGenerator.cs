using Jero.Generator.Diagnostics;
using Jero.Generator.Emission;
using Jero.Generator.Model;
using Jero.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Jero.Generator;

/// <summary>The pipeline: every endpoint class is parsed into models and diagnostics, and models are printed as source.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class JeroGenerator : IIncrementalGenerator
{
    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        context.RegisterPostInitializationOutput(static output => output.AddEmbeddedAttributeDefinition());

        var parsed = context.SyntaxProvider
            .ForAttributeWithMetadataName("Jero.EndpointAttribute", EndpointParser.IsCandidate, ParseCache.Parse)
            .WithTrackingName(TrackingNames.Parse);

        var endpoints = parsed
            .Select(static (result, _) => result.Endpoint)
            .Where(static endpoint => endpoint is not null)
            .Select(static (endpoint, _) => endpoint!)
            .WithTrackingName(TrackingNames.Endpoints);

        var definitions = endpoints
            .SelectMany(static (endpoint, _) => endpoint.Definitions)
            .Collect()
            .SelectMany(static (all, _) => AssemblyComposer.Distinct(all))
            .WithTrackingName(TrackingNames.Definitions);

        var validation = endpoints
            .SelectMany(static (endpoint, _) => endpoint.ValidatedTypes)
            .Collect()
            .Select(static (all, _) => AssemblyComposer.Distinct(all))
            .WithTrackingName(TrackingNames.Validation);

        var assembly = endpoints
            .Collect()
            .Combine(context.CompilationProvider.Select(AssemblyParser.Parse))
            .Select(static (pair, _) => AssemblyComposer.Compose(pair.Left, pair.Right.MapMethod, pair.Right.JsonOptions))
            .WithTrackingName(TrackingNames.Assembly);

        var diagnostics = parsed
            .SelectMany(static (result, _) => result.Diagnostics)
            .WithTrackingName(TrackingNames.Diagnostics);

        var clashes = parsed
            .Collect()
            .SelectMany(static (results, token) => ComponentNames.FindClashes(results, token).Concat(RouteClashes.Find(results, token)))
            .WithTrackingName(TrackingNames.Clashes);

        var hintNames = endpoints
            .Select(static (endpoint, _) => endpoint.HintName)
            .Collect()
            .Combine(definitions.Select(static (definition, _) => definition.HintName).Collect())
            .Select(static (names, token) => HintNames.FindClashes([.. names.Left, .. names.Right], token))
            .WithTrackingName(TrackingNames.HintNames);

        context.RegisterSourceOutput(
            endpoints.Combine(hintNames).Select(static (pair, _) => pair.Left with { HintName = pair.Right.Resolve(pair.Left.HintName) }),
            EndpointEmitter.Emit);
        context.RegisterSourceOutput(
            definitions.Combine(hintNames).Select(static (pair, _) => pair.Left with { HintName = pair.Right.Resolve(pair.Left.HintName) }),
            JsonDefinitionEmitter.Emit);
        context.RegisterSourceOutput(validation, ValidationEmitter.Emit);
        context.RegisterSourceOutput(assembly, AssemblyEmitter.Emit);
        context.RegisterSourceOutput(diagnostics, Report);
        context.RegisterSourceOutput(clashes, Report);
        context.RegisterSourceOutput(context.CompilationProvider.SelectMany(AssemblyParser.Check), Report);
    }

    private static void Report(SourceProductionContext output, DiagnosticInfo diagnostic) => output.ReportDiagnostic(diagnostic.ToDiagnostic());
}
