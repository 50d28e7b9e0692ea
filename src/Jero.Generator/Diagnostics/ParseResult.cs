using Jero.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Diagnostics;

/// <summary>Holds the result for one annotated class: an endpoint, unless a mistake prevents it, and the diagnostics.</summary>
/// <param name="Endpoint">What is generated; null if nothing is.</param>
/// <param name="Location">The name of the class, for what is found when all classes are known.</param>
/// <param name="Diagnostics">What is wrong with this class.</param>
internal sealed record ParseResult(Endpoint? Endpoint, Location Location, EquatableArray<DiagnosticInfo> Diagnostics);
