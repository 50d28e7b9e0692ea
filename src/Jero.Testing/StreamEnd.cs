namespace Jero.Testing;

/// <summary>How a stream ended on the server.</summary>
/// <param name="Reason">What ended it.</param>
/// <param name="ItemsSent">
/// The items that the server has taken for the client, which may be more than the client has read. Of an endpoint that is not Jero's it is
/// not known: then those that the client has read.
/// </param>
/// <param name="BytesSent">The body's bytes, counted in the same way.</param>
/// <param name="Duration">
/// From the handler's return to the end of teardown, by the app's clock; for another's endpoint, of the request.
/// </param>
/// <param name="Fault">What was thrown, where <paramref name="Reason"/> is <see cref="StopReason.SourceFaulted"/>; else null.</param>
public sealed record StreamEnd(StopReason Reason, long ItemsSent, long BytesSent, TimeSpan Duration, Exception? Fault);
