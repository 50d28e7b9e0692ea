namespace Jero.Client;

/// <summary>What becomes of an event whose name the client does not know.</summary>
public enum UnknownEvents
{
    /// <summary>It is skipped: a newer server may send more.</summary>
    Skip,

    /// <summary>It is a <see cref="System.Text.Json.JsonException"/> with the number of the event.</summary>
    Throw,

    /// <summary>It is yielded with its text.</summary>
    Yield,
}
