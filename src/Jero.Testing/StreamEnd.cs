namespace Jero.Testing;

/// <summary>Describes how a stream ended on the server.</summary>
/// <param name="Reason">What ended the stream.</param>
/// <param name="ItemsSent">
/// The number of items that the server has accepted for the client, which may be more than the client has read. For an endpoint that is not
/// Jero's, this is the number that the client has read.
/// </param>
/// <param name="BytesSent">The number of body bytes, counted in the same way.</param>
/// <param name="Duration">
/// The time from the handler's return to the end of teardown, by the app's clock. For an endpoint that is not Jero's, the duration of the
/// request.
/// </param>
/// <param name="Fault">The exception, if <paramref name="Reason"/> is <see cref="StopReason.SourceFaulted"/>; otherwise null.</param>
public sealed record StreamEnd(StopReason Reason, long ItemsSent, long BytesSent, TimeSpan Duration, Exception? Fault);
