namespace Jero.Client.Tool.Model;

/// <summary>One request that a client can make.</summary>
internal sealed record Operation
{
    /// <summary>Its name, every word with a capital: <c>GetMovies</c>.</summary>
    public required string Name { get; init; }

    /// <summary>In capitals: <c>GET</c>.</summary>
    public required string Method { get; init; }

    public required IReadOnlyList<PathPart> Path { get; init; }

    public string? Summary { get; init; }

    public string? Description { get; init; }

    public bool IsDeprecated { get; init; }

    /// <summary>Those of path, query and header; required ones first.</summary>
    public required IReadOnlyList<Parameter> Parameters { get; init; }

    public RequestBody? Body { get; init; }

    public required Answer Answer { get; init; }
}

/// <summary>A piece of a path: text as it stands, or the parameter that replaces it.</summary>
internal sealed record PathPart(string Text, Parameter? Parameter);

/// <summary>A value of a request.</summary>
internal sealed record Parameter
{
    /// <summary>On the wire.</summary>
    public required string Name { get; init; }

    /// <summary>Unique in its operation: <c>pageSize</c>. May be a keyword of a language.</summary>
    public required string Identifier { get; init; }

    public required Place Place { get; init; }

    public required Shape Shape { get; init; }

    public bool IsRequired { get; init; }

    public bool IsDeprecated { get; init; }

    public string? Description { get; init; }

    /// <summary>What stands between the values of a list; null repeats the name for each.</summary>
    public string? Separator { get; init; }
}

internal enum Place
{
    Path,
    Query,
    Header,

    /// <summary>A field of a form.</summary>
    Form,
}

/// <summary>What a request sends.</summary>
/// <param name="Kind">Its form.</param>
/// <param name="MediaType">As the document has it.</param>
internal sealed record RequestBody(BodyKind Kind, string MediaType)
{
    /// <summary>The value, or one item; null for text, bytes and forms.</summary>
    public Shape? Shape { get; init; }

    /// <summary>Unique among the parameters: <c>body</c>, or the name of its type.</summary>
    public string Identifier { get; init; } = "body";

    public bool IsRequired { get; init; }

    public string? Description { get; init; }

    /// <summary>The fields of a form; else empty.</summary>
    public IReadOnlyList<Parameter> Fields { get; init; } = [];
}

internal enum BodyKind
{
    Json,

    /// <summary>Items one after another, as they are made.</summary>
    Items,
    Text,
    Bytes,

    /// <summary>A form whose fields are in one line.</summary>
    Form,

    /// <summary>A form with files.</summary>
    Multipart,
}

/// <summary>What a request is answered with.</summary>
internal sealed record Answer(AnswerKind Kind)
{
    /// <summary>The media type to ask for; null if there is no body.</summary>
    public string? MediaType { get; init; }

    /// <summary>The value, one item, or the data of an event; null for text, bytes and nothing.</summary>
    public Shape? Shape { get; init; }

    public string? Description { get; init; }
}

internal enum AnswerKind
{
    Nothing,
    Json,
    Text,
    Bytes,
    Items,

    /// <summary>Events whose data is JSON of one shape.</summary>
    Events,

    /// <summary>Events whose data is text.</summary>
    TextEvents,

    /// <summary>Events whose data depends on their name; the shape is an <see cref="EventUnion"/>.</summary>
    NamedEvents,
}
