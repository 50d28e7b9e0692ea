using Jero.Generator.Diagnostics;
using Jero.Generator.Model;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Json;

/// <summary>What the parsers of one endpoint class share: the compilation, the definitions found so far, and the mistakes.</summary>
internal sealed class ParseContext(Compilation compilation, ISymbol endpoint, JsonOptions jsonOptions, CancellationToken cancellationToken)
{
    private readonly List<DiagnosticInfo> _diagnostics = [];

    public Compilation Compilation { get; } = compilation;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>The wire rules of the assembly.</summary>
    public JsonOptions JsonOptions { get; } = jsonOptions;

    /// <summary>The user's own <c>JsonSerializerContext</c>, of the class or the assembly.</summary>
    public TypeName? JsonContext { get; init; }

    /// <summary>The types of the framework that others are compared with.</summary>
    public KnownSymbols Symbols => field ??= new KnownSymbols(Compilation);

    public JsonShapeRegistry Shapes { get; } = new();

    /// <summary>What generated code can name.</summary>
    public Reachable Reachable => field ??= new Reachable(Compilation, Endpoint);

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
    public void Fail(ShapeFault fault, Location? location, IMethodSymbol handler) => Fail(fault, location, handler.Message());

    /// <summary>Reports a mistake for something that is not a handler.</summary>
    /// <param name="fault">The mistake.</param>
    /// <param name="location">Where it is shown, unless the mistake has its own line.</param>
    /// <param name="user">What uses the type, as the message names it.</param>
    public void Fail(ShapeFault fault, Location? location, string user)
    {
        HasFailed = true;
        if (fault.Descriptor is { } descriptor)
        {
            Warn(descriptor, fault.Location ?? location, [user, .. fault.Arguments]);
        }
    }

    /// <summary>Creates a context to try something in. Nothing of it is kept.</summary>
    public ParseContext Trial() => new(Compilation, Endpoint, JsonOptions, CancellationToken);

    /// <summary>Gives up on a class for which the compiler has already reported an error.</summary>
    public void Abandon() => HasFailed = true;

    /// <summary>Reports a mistake that a user may suppress. The endpoint is still generated.</summary>
    public void Warn(DiagnosticDescriptor descriptor, Location? location, params string[] arguments)
    {
        // A mistake that two handlers share is reported once.
        var diagnostic = DiagnosticInfo.Create(descriptor, location, arguments);
        if (!_diagnostics.Contains(diagnostic))
        {
            _diagnostics.Add(diagnostic);
        }
    }
}
