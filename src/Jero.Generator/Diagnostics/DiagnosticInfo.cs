using Jero.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Diagnostics;

/// <summary>
/// A diagnostic as a value. It keeps the real <see cref="Location"/>, since <c>#pragma warning disable</c> is ignored for one that
/// was rebuilt from a path, and is therefore only ever an input of the diagnostics output, never of generated source.
/// </summary>
internal sealed record DiagnosticInfo(DiagnosticDescriptor Descriptor, Location? Location, EquatableArray<string> Arguments)
{
    public static DiagnosticInfo Create(DiagnosticDescriptor descriptor, Location? location, params string[] arguments) =>
        new(descriptor, location, arguments.ToEquatableArray());

    public Diagnostic ToDiagnostic() => Diagnostic.Create(Descriptor, Location, [.. Arguments]);
}
