namespace Jero.Inspector.Views;

/// <summary>What was published.</summary>
/// <param name="Id">The event's id.</param>
internal sealed record PublishedEvent(string Id);
