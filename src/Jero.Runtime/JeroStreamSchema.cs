namespace Jero;

/// <summary>Specifies how a document in OpenAPI 3.1, which cannot describe the items of a stream, describes its body.</summary>
public enum JeroStreamSchema
{
    /// <summary>As text, which is what the body is.</summary>
    Text,

    /// <summary>
    /// As one item, or the data of one event, as if the body were only that. Generators that know streams by their media type, such as
    /// hey-api for <c>text/event-stream</c> and orval for <c>application/x-ndjson</c>, then get the type of what they yield.
    /// </summary>
    Item,

    /// <summary>As bytes. Generators then hand over the body as it comes.</summary>
    Binary,
}
