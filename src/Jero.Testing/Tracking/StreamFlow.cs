namespace Jero.Testing.Tracking;

/// <summary>Says for which request code runs, and between which of its waits for the source it was called.</summary>
/// <param name="Stream">The request.</param>
/// <param name="Waits">The number of waits that had begun before the call.</param>
internal sealed record StreamFlow(ServerStream Stream, int Waits);
