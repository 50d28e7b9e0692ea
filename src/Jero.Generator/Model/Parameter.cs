namespace Jero.Generator.Model;

/// <summary>One parameter of a handler, as its caller passes it.</summary>
internal sealed record Parameter
{
    /// <summary>The user's name, escaped where it is a keyword, and prefixed where it clashes with a generated local.</summary>
    public required string Local { get; init; }

    /// <summary>The declared type.</summary>
    public required string TypeName { get; init; }

    /// <summary>For a value of several: the expression that puts it together from its members' bindings; else null.</summary>
    public required string? Construction { get; init; }

    /// <summary>What has to be asked of the form before its members are read.</summary>
    public required EquatableArray<InitialValue> Presences { get; init; }

    /// <summary>What has to be constructed before, to see the values that members have on their own.</summary>
    public required EquatableArray<InitialValue> Initials { get; init; }
}

/// <summary>An instance that is only asked for the values that its members have on their own.</summary>
/// <param name="Local">The local that holds it.</param>
/// <param name="Expression">The expression that constructs it.</param>
internal sealed record InitialValue(string Local, string Expression);

/// <summary>One value that a handler takes from the request or its services.</summary>
internal sealed record Binding
{
    /// <summary>The local that holds it.</summary>
    public required string Local { get; init; }

    /// <summary>The position of the handler's parameter that it is or belongs to, from 0.</summary>
    public required int Position { get; init; }

    /// <summary>For a member of a group: the expression of the parameter that descriptions look at; else null.</summary>
    public required string? Described { get; init; }

    public required BindingSource Source { get; init; }

    /// <summary>Route, query, header and form: the name on the wire.</summary>
    public required string WireName { get; init; }

    /// <summary>The expression that yields the value from <c>http</c> or <c>request</c>.</summary>
    public required string Expression { get; init; }

    /// <summary>Whether a request can be wrong about it: it is required, or has to be parsed.</summary>
    public required bool CanFail { get; init; }

    /// <summary>Whether the value is parsed from text; a string is taken as it is.</summary>
    public required bool IsParsed { get; init; }

    /// <summary>Whether it may be missing from the request.</summary>
    public required bool IsOptional { get; init; }

    /// <summary>Route, query, header and form: the shape of the value, for the document; null for a file.</summary>
    public required JsonShape? Shape { get; init; }

    /// <summary>What attributes and documentation say of it, its default included.</summary>
    public JsonAnnotations Annotations { get; init; } = JsonAnnotations.None;
}

/// <summary>Where a value comes from.</summary>
internal enum BindingSource
{
    Route,
    Query,
    Header,
    Form,
    Body,

    /// <summary>The type's own <c>BindAsync</c>.</summary>
    Custom,
    Services,
    Request,
}

/// <summary>What a handler reads from the body.</summary>
/// <param name="Kind">How it is read.</param>
/// <param name="TypeName">The type that JSON is read to, as in <c>typeof</c>; null otherwise.</param>
/// <param name="Shape">The shape of JSON; null otherwise.</param>
/// <param name="IsInferred">Whether no attribute says that this is the body, so that a service of that type would be a mistake.</param>
/// <param name="IsOptional">Whether it may be missing.</param>
internal sealed record RequestBody(RequestBodyKind Kind, string? TypeName, JsonShape? Shape, bool IsInferred, bool IsOptional)
{
    /// <summary>From the documentation of the parameter.</summary>
    public string? Description { get; init; }
}

internal enum RequestBodyKind
{
    Json,
    Form,
    Bytes,
}
