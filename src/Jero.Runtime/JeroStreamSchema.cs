namespace Jero;

/// <summary>What a document in OpenAPI 3.1, which has no word for the items of a stream, says of its body.</summary>
public enum JeroStreamSchema
{
    /// <summary>Text, which it is.</summary>
    Text,

    /// <summary>
    /// One item, or the data of one event, as if the body were that alone: generators that know streams by their media type, such as
    /// hey-api for <c>text/event-stream</c> and orval for <c>application/x-ndjson</c>, then type what they yield.
    /// </summary>
    Item,

    /// <summary>Bytes, for generators that then hand the body over as it comes.</summary>
    Binary,
}
