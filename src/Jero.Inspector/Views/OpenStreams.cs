namespace Jero.Inspector.Views;

/// <summary>One screen of the streams that are open.</summary>
/// <param name="Total">How many are open.</param>
/// <param name="Matching">How many of them were asked for.</param>
/// <param name="Skip">How many of those come before these.</param>
/// <param name="Streams">These.</param>
internal sealed record OpenStreams(int Total, int Matching, int Skip, IReadOnlyList<OpenStream> Streams);
