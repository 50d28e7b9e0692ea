using Microsoft.CodeAnalysis;

namespace Jero.GeneratorBenchmarks;

/// <summary>What any generator costs that finds its classes by their attribute, as Roslyn recommends: nothing is done with them.</summary>
internal sealed class FindOnly : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var found = context.SyntaxProvider.ForAttributeWithMetadataName("Jero.EndpointAttribute", static (_, _) => true, static (_, _) => true);
        context.RegisterSourceOutput(found.Collect(), static (_, _) => { });
    }
}
