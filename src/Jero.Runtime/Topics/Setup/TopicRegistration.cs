namespace Jero.Topics.Setup;

/// <summary>That a topic was registered.</summary>
internal sealed record TopicRegistration(string Name, Type Item);
