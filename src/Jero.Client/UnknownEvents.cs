namespace Jero.Client;

/// <summary>Specifies what happens to an event whose name the client does not know.</summary>
public enum UnknownEvents
{
    /// <summary>The event is skipped, because a newer server may send more events.</summary>
    Skip,

    /// <summary>The event throws a <see cref="System.Text.Json.JsonException"/> with its number.</summary>
    Throw,

    /// <summary>The event is yielded with its text.</summary>
    Yield,
}
