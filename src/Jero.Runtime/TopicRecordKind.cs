namespace Jero;

/// <summary>Specifies the kind of a record in the log of a topic. Stores keep the number, so it never changes.</summary>
public enum TopicRecordKind
{
    /// <summary>An item for the subscribers.</summary>
    Item = 0,

    /// <summary>A record that ends the streams that name its subject. It is never sent.</summary>
    Disconnect = 1,
}
