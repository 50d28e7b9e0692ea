namespace Jero.Inspector.Views;

/// <summary>The streams that ended last.</summary>
/// <param name="Total">How many have ended since the app began.</param>
/// <param name="Streams">The last of them, the newest first.</param>
internal sealed record EndedList(long Total, IReadOnlyList<EndedStream> Streams);
