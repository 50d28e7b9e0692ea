using Jero.Generator.Diagnostics;
using Jero.Generator.Model;

namespace Jero.Generator.Parsing;

/// <summary>What one annotated class came to: an endpoint, unless a mistake forbids it, and what there is to say about it.</summary>
internal sealed record ParseResult(Endpoint? Endpoint, EquatableArray<DiagnosticInfo> Diagnostics);
