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

    /// <summary>Items in one of the forms of <see cref="ForQuestions"/>, or of <see cref="ForCommands"/>, as the request chooses.</summary>
    public static ResponseKind NegotiatedStream { get; } = NdjsonStream with { SetsContentType = false, IsNegotiated = true };

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

    /// <summary>The forms of a negotiated stream where the method is safe, so that a client may ask again by itself.</summary>
    public static EquatableArray<ResponseKind> ForQuestions { get; }

    /// <summary>The forms of a negotiated stream of any other method.</summary>
    public static EquatableArray<ResponseKind> ForCommands { get; }

    /// <summary>A result that sends itself.</summary>
    public static ResponseKind Result { get; } = new();

    static ResponseKind()
    {
        var lines = NegotiatedStream with { Description = "A stream of JSON values, in the form that Accept chooses." };
        var others = new[] { lines, lines with { ContentType = "application/jsonl" }, lines with { ContentType = "application/json-seq" } };
        var array = lines with { ContentType = "application/json", SchemaKeyword = "schema", IsArray = true };
        ForQuestions = others.Append(lines with { ContentType = EventStream.ContentType, HasEvents = true }).Append(array).ToEquatableArray();
        ForCommands = others.Append(array).ToEquatableArray();
    }

    /// <summary>The content type, unless the handler sets another; null for a result.</summary>
    public string? ContentType { get; private init; }

    /// <summary>Whether a handler may set another content type.</summary>
    public bool SetsContentType { get; private init; }

    /// <summary>The keyword of OpenAPI for the schema of the body, or of its items.</summary>
    public string SchemaKeyword { get; private init; } = "schema";

    /// <summary>What the document says of it, unless the user does; null for a result, which its status describes.</summary>
    public string? Description { get; private init; }

    /// <summary>Whether the body comes bit by bit, so that there must be one.</summary>
    public bool IsStream { get; private init; }

    /// <summary>Whether it is made of server-sent events.</summary>
    public bool HasEvents { get; private init; }

    /// <summary>Whether the request's Accept chooses the content type.</summary>
    public bool IsNegotiated { get; private init; }

    /// <summary>Whether the body is one array of the items.</summary>
    public bool IsArray { get; private init; }

    /// <summary>Whether the data of its events is text.</summary>
    public bool HasText { get; private init; }

    /// <summary>Whether it is a wrapper, which generated code sends.</summary>
    public bool IsWrapper => ContentType is not null;
}
