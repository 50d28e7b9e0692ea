namespace Jero.Testing.Tracking;

/// <summary>Says which request the current code runs for, and which of the request's waits for its source came before.</summary>
/// <param name="Stream">The request.</param>
/// <param name="Waits">The number of waits that had begun before the call.</param>
internal sealed record StreamFlow(ServerStream Stream, int Waits);
