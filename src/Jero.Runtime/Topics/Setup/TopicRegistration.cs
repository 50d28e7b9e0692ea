namespace Jero.Topics.Setup;

/// <summary>Records that a topic was registered.</summary>
internal sealed record TopicRegistration(string Name, Type Item);
