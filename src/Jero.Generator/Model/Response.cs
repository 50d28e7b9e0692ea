namespace Jero.Generator.Model;

/// <summary>What a handler may return and how it is sent.</summary>
internal sealed record Response
{
    public required ResponseKind Kind { get; init; }

    /// <summary>Its type, without the <c>Task</c> or union around it.</summary>
    public required TypeName TypeName { get; init; }

    /// <summary>The status that is described; null if it is only known at run time.</summary>
    public required int? Status { get; init; }

    /// <summary>The content type: the handler's one constant, or the wrapper's default; null if there is no body or it is not known.</summary>
    public required string? ContentType { get; init; }

    /// <summary>The name of the event behind the last one of a whole stream; null or empty if there is none or it is not known.</summary>
    public string? EndEvent { get; init; }

    /// <summary>The name of the event that is the keepalive; null or empty if there is none or it is not known.</summary>
    public string? KeepAliveEvent { get; init; }

    /// <summary>Whether its events are those of a topic: each has its position as its id, and one may tell of a gap.</summary>
    public bool IsOfTopic { get; init; }

    /// <summary>The type that descriptions give for an item, or for the whole value, as in <c>typeof</c>; null if there is no body.</summary>
    public required TypeName? ItemTypeName { get; init; }

    /// <summary>The shape of an item, or of the whole value; null for bytes.</summary>
    public required JsonShape? Item { get; init; }

    /// <summary>Whether the body is an RFC 9457 problem, whatever its content type.</summary>
    public bool IsProblem { get; init; }

    /// <summary>Whether a <c>Location</c> is sent.</summary>
    public bool HasLocation { get; init; }

    /// <summary>Whether the handler's type names it; else it is only declared, by an attribute or by documentation.</summary>
    public bool IsReturned { get; init; } = true;

    /// <summary>What it means, from an attribute or from documentation.</summary>
    public string? Description { get; init; }

    /// <summary>The typed headers; empty if the wrapper has none.</summary>
    public required EquatableArray<Header> Headers { get; init; }
}

/// <summary>One typed header.</summary>
/// <param name="Name">On the wire.</param>
/// <param name="PropertyName">The member of the headers type.</param>
/// <param name="Form">How its value is written.</param>
/// <param name="Shape">The shape of its value, as it is described.</param>
/// <param name="IsRequired">Whether it is always sent: its property cannot be null.</param>
internal sealed record Header(string Name, string PropertyName, HeaderForm Form, JsonShape Shape, bool IsRequired)
{
    /// <summary>What the property's attributes and documentation say.</summary>
    public JsonAnnotations Annotations { get; init; } = JsonAnnotations.None;
}

internal enum HeaderForm
{
    /// <summary>Text, booleans and dates have an overload each.</summary>
    Own,

    /// <summary>What it is as text.</summary>
    Text,

    /// <summary>Any other scalar, in the invariant culture.</summary>
    Scalar,

    /// <summary>A date of a field that has it as an HTTP-date.</summary>
    HttpDate,

    /// <summary>A date of a field that has it as structured fields do.</summary>
    StructuredDate,

    /// <summary>A duration of a field that has it as a number of seconds.</summary>
    Seconds,

    /// <summary>An object or a list, as compact JSON.</summary>
    Json,
}
