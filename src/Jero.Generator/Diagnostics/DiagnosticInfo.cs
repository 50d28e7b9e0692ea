using Jero.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Diagnostics;

/// <summary>
/// Represents a diagnostic as a value. It keeps the real <see cref="Location"/>, because <c>#pragma warning disable</c> is ignored for a
/// location that was rebuilt from a path. It is therefore only an input of the diagnostics output, never of generated source.
/// </summary>
internal sealed record DiagnosticInfo(DiagnosticDescriptor Descriptor, Location? Location, EquatableArray<string> Arguments)
{
    public static DiagnosticInfo Create(DiagnosticDescriptor descriptor, Location? location, params string[] arguments) =>
        new(descriptor, location, arguments.ToEquatableArray());

    public Diagnostic ToDiagnostic() => Diagnostic.Create(Descriptor, Location, [.. Arguments]);
}
