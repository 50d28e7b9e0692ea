using Jero.Generator.Diagnostics;
using Jero.Generator.Model;
using Jero.Generator.Parsing.Validation;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing;

/// <summary>What the parsers of one endpoint class share: the compilation, the definitions found so far, and the mistakes.</summary>
internal sealed class ParseContext(Compilation compilation, CancellationToken cancellationToken)
{
    private readonly List<DiagnosticInfo> _diagnostics = [];

    public Compilation Compilation { get; } = compilation;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>The wire rules of the assembly.</summary>
    public JsonOptions JsonOptions { get; } = AssemblyParser.JsonOptions(compilation);

    /// <summary>The user's own <c>JsonSerializerContext</c>, of the class or the assembly.</summary>
    public string? JsonContext { get; init; }

    public JsonShapeRegistry Shapes { get; } = new();

    public ValidationParser Validation { get; } = new(cancellationToken);

    /// <summary>Whether a mistake was found that leaves nothing sensible to generate.</summary>
    public bool HasFailed { get; private set; }

    public EquatableArray<DiagnosticInfo> Diagnostics => _diagnostics.ToEquatableArray();

    /// <summary>Reports a mistake that forbids generation.</summary>
    public void Fail(DiagnosticDescriptor descriptor, Location? location, params string[] arguments)
    {
        HasFailed = true;
        Warn(descriptor, location, arguments);
    }

    /// <summary>Reports a mistake that a user may switch off: the endpoint is generated all the same.</summary>
    public void Warn(DiagnosticDescriptor descriptor, Location? location, params string[] arguments) =>
        _diagnostics.Add(DiagnosticInfo.Create(descriptor, location, arguments));
}
