using Jero.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Diagnostics;

/// <summary>What one annotated class came to: an endpoint, unless a mistake forbids it, and what there is to say about it.</summary>
/// <param name="Endpoint">What is generated; null where nothing is.</param>
/// <param name="Location">The class's name, for what is found when all classes are known.</param>
/// <param name="Diagnostics">What is wrong with this class.</param>
internal sealed record ParseResult(Endpoint? Endpoint, Location Location, EquatableArray<DiagnosticInfo> Diagnostics);
