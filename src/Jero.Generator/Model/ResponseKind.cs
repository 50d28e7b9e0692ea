namespace Jero.Generator.Model;

/// <summary>A wrapper that a handler may return, or what is none, with all that its responses have in common.</summary>
internal sealed record ResponseKind
{
    public static ResponseKind NdjsonStream { get; } = new()
    {
        ContentType = "application/x-ndjson",
        SetsContentType = true,
        SchemaKeyword = "itemSchema",
        Description = "A stream of JSON values, one a line.",
        IsStream = true,
    };

    public static ResponseKind EventStream { get; } = new()
    {
        ContentType = "text/event-stream",
        SchemaKeyword = "itemSchema",
        Description = "A stream of server-sent events.",
        IsStream = true,
        HasEvents = true,
    };

    /// <summary>Events whose data is text, and no JSON.</summary>
    public static ResponseKind TextEventStream { get; } = EventStream with { HasText = true };

    public static ResponseKind ByteStream { get; } = new()
    {
        ContentType = "application/octet-stream",
        SetsContentType = true,
        Description = "A stream of bytes.",
        IsStream = true,
    };

    public static ResponseKind Json { get; } = new() { ContentType = "application/json", Description = "A JSON value." };

    public static ResponseKind Bytes { get; } = new()
    {
        ContentType = "application/octet-stream",
        SetsContentType = true,
        Description = "Bytes.",
    };

    /// <summary>A result that sends itself.</summary>
    public static ResponseKind Result { get; } = new();

    /// <summary>The content type, unless the handler sets another; null for a result.</summary>
    public string? ContentType { get; private init; }

    /// <summary>Whether a handler may set another content type.</summary>
    public bool SetsContentType { get; private init; }

    /// <summary>The keyword of OpenAPI for the schema of the body, or of its items.</summary>
    public string SchemaKeyword { get; private init; } = "schema";

    /// <summary>What the document says of it, unless the user does; null for a result, which its status describes.</summary>
    public string? Description { get; private init; }

    /// <summary>Whether the body comes bit by bit, so that there has to be one.</summary>
    public bool IsStream { get; private init; }

    /// <summary>Whether it is made of server-sent events.</summary>
    public bool HasEvents { get; private init; }

    /// <summary>Whether the data of its events is text.</summary>
    public bool HasText { get; private init; }

    /// <summary>Whether it is a wrapper, which generated code sends.</summary>
    public bool IsWrapper => ContentType is not null;
}
