using Jero.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Diagnostics;

/// <summary>Holds the result for one call of <c>AddJeroTopic</c>.</summary>
/// <param name="Call">What is generated for; null if nothing is.</param>
/// <param name="Location">The name of the method.</param>
/// <param name="Name">The call as a message shows it.</param>
/// <param name="Diagnostics">What is wrong with the call.</param>
internal sealed record TopicResult(TopicCall? Call, Location Location, string Name, EquatableArray<DiagnosticInfo> Diagnostics);
