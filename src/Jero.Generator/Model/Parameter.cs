namespace Jero.Generator.Model;

/// <summary>One parameter of a handler, as its caller passes it.</summary>
internal sealed record Parameter
{
    /// <summary>The user's name, prefixed where it clashes with a generated local.</summary>
    public required string Local { get; init; }

    /// <summary>The declared type.</summary>
    public required TypeName TypeName { get; init; }

    /// <summary>For a value of several: how it is put together from its members' bindings; else null.</summary>
    public required Group? Construction { get; init; }

    /// <summary>What must be asked of the form before its members are read.</summary>
    public required EquatableArray<FieldsPresence> Presences { get; init; }

    /// <summary>What must be constructed before, to see the values that members have on their own.</summary>
    public required EquatableArray<InitialValue> Initials { get; init; }
}

/// <summary>One value that a handler takes from the request or its services.</summary>
internal sealed record Binding
{
    /// <summary>The local that holds it.</summary>
    public required string Local { get; init; }

    /// <summary>The position of the handler's parameter that it is or belongs to, from 0.</summary>
    public required int Position { get; init; }

    /// <summary>For a member of a group: the declaration that descriptions look at; else null.</summary>
    public required DescribedMember? Described { get; init; }

    public required BindingSource Source { get; init; }

    /// <summary>Route, query, header and form: the name on the wire.</summary>
    public required string WireName { get; init; }

    /// <summary>How the value is had.</summary>
    public required ValueSource Value { get; init; }

    /// <summary>What a client gives for it.</summary>
    public ValueKind Kind => ValueKinds.Of(this);

    /// <summary>For a field of a group that may be missing: the local that says whether the group is there; else null.</summary>
    public string? Presence { get; init; }

    /// <summary>Whether a request can be wrong about it: it is required, or must be parsed.</summary>
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

/// <summary>The declaration of a member of a group.</summary>
/// <param name="Type">The type that has it.</param>
/// <param name="Property">The property; null if it is a parameter of the constructor.</param>
/// <param name="PropertyType">The type of a property whose name alone is ambiguous; else null.</param>
/// <param name="Ordinal">The position of the constructor's parameter.</param>
internal sealed record DescribedMember(TypeName Type, string? Property, TypeName? PropertyType, int Ordinal);

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
/// <param name="TypeName">The type that JSON is read to, of a sequence that of an item; null otherwise.</param>
/// <param name="Shape">The shape of JSON, of a sequence that of an item; null otherwise.</param>
/// <param name="IsInferred">Whether no attribute says that this is the body, so that a service of that type would be a mistake.</param>
/// <param name="IsOptional">Whether it may be missing.</param>
internal sealed record RequestBody(RequestBodyKind Kind, TypeName? TypeName, JsonShape? Shape, bool IsInferred, bool IsOptional)
{
    /// <summary>The rules that each item of a sequence is checked by; null if there are none.</summary>
    public ValidatedMember? ItemRules { get; init; }

    /// <summary>From the documentation of the parameter.</summary>
    public string? Description { get; init; }
}

internal enum RequestBodyKind
{
    Json,

    /// <summary>JSON, item by item.</summary>
    Sequence,
    Form,
    Bytes,
}
