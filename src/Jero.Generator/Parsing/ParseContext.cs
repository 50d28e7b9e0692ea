using Jero.Generator.Diagnostics;
using Jero.Generator.Model;
using Jero.Generator.Parsing.Json;
using Jero.Generator.Parsing.Symbols;
using Jero.Generator.Parsing.Validation;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing;

/// <summary>What the parsers of one endpoint class share: the compilation, the definitions found so far, and the mistakes.</summary>
internal sealed class ParseContext(Compilation compilation, ISymbol endpoint, CancellationToken cancellationToken)
{
    private readonly List<DiagnosticInfo> _diagnostics = [];

    public Compilation Compilation { get; } = compilation;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>The wire rules of the assembly.</summary>
    public JsonOptions JsonOptions { get; } = AssemblyParser.JsonOptions(compilation);

    /// <summary>The user's own <c>JsonSerializerContext</c>, of the class or the assembly.</summary>
    public string? JsonContext { get; init; }

    public JsonShapeRegistry Shapes { get; } = new();

    /// <summary>What generated code can name.</summary>
    public Reachable Reachable => field ??= new Reachable(Compilation, Endpoint);

    public ValidationParser Validation => field ??= new ValidationParser(Reachable, CancellationToken);

    /// <summary>The annotated class.</summary>
    public ISymbol Endpoint { get; } = endpoint;

    /// <summary>Whether a mistake was found that leaves nothing sensible to generate.</summary>
    public bool HasFailed { get; private set; }

    public EquatableArray<DiagnosticInfo> Diagnostics => _diagnostics.ToEquatableArray();

    /// <summary>Reports a mistake that forbids generation.</summary>
    public void Fail(DiagnosticDescriptor descriptor, Location? location, params string[] arguments)
    {
        HasFailed = true;
        Warn(descriptor, location, arguments);
    }

    /// <summary>Reports a mistake on the way down a type, unless the compiler has reported it.</summary>
    /// <param name="fault">The mistake.</param>
    /// <param name="location">Where it is shown, unless the mistake has a line of its own.</param>
    /// <param name="handler">The handler that uses the type.</param>
    public void Fail(ShapeFault fault, Location? location, IMethodSymbol handler)
    {
        HasFailed = true;
        if (fault.Descriptor is { } descriptor)
        {
            Warn(descriptor, fault.Location ?? location, [handler.Message(), .. fault.Arguments]);
        }
    }

    /// <summary>A context to try something in, of which nothing is kept.</summary>
    public ParseContext Trial() => new(Compilation, Endpoint, CancellationToken);

    /// <summary>Gives up on a class that the compiler has reported already.</summary>
    public void Abandon() => HasFailed = true;

    /// <summary>Reports a mistake that a user may switch off: the endpoint is generated all the same.</summary>
    public void Warn(DiagnosticDescriptor descriptor, Location? location, params string[] arguments)
    {
        // What two handlers share is said once.
        var diagnostic = DiagnosticInfo.Create(descriptor, location, arguments);
        if (!_diagnostics.Contains(diagnostic))
        {
            _diagnostics.Add(diagnostic);
        }
    }
}
