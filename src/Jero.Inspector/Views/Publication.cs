namespace Jero.Inspector.Views;

/// <summary>What is to be published.</summary>
/// <param name="Topic">The topic's name.</param>
/// <param name="Item">The item, as JSON.</param>
/// <param name="Subject">Whom it is for.</param>
/// <param name="Event">The event's name.</param>
internal sealed record Publication(string Topic, string Item, string? Subject = null, string? Event = null);
