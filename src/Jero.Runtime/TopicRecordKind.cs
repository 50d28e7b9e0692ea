namespace Jero;

/// <summary>What a record of a topic's log is. Stores keep the number.</summary>
public enum TopicRecordKind
{
    /// <summary>An item for the subscribers.</summary>
    Item = 0,

    /// <summary>Ends the streams that name its subject. It is never sent.</summary>
    Disconnect = 1,
}
