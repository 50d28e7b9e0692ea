namespace Jero.Generator.Model;

/// <summary>Says how one value is obtained for a request.</summary>
internal abstract record ValueSource;

/// <summary>A part of the request that is there as it is.</summary>
internal sealed record RequestPart(RequestPartKind Kind) : ValueSource;

internal enum RequestPartKind
{
    Context,
    Request,
    Response,
    User,

    /// <summary>The token that is cancelled when the client goes away.</summary>
    Aborted,

    /// <summary>The object that says why the stream of the response must stop.</summary>
    Stopping,

    /// <summary>The body as a stream.</summary>
    Body,

    /// <summary>The body as a reader of a pipe.</summary>
    BodyReader,

    /// <summary>Every file of a form.</summary>
    Files,

    /// <summary>A form as a whole.</summary>
    Fields,
}

/// <summary>A service of the request.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Key">Its key; null if it has none.</param>
/// <param name="IsOptional">Whether it may be missing.</param>
/// <param name="Default">The value if it is missing; null if that is null.</param>
internal sealed record ServiceSource(TypeName Type, Constant? Key, bool IsOptional, Constant? Default) : ValueSource;

/// <summary>The body, read as JSON.</summary>
/// <param name="Type">What is read.</param>
/// <param name="Name">The parameter, which problems name.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="IsOptional">Whether the body may be missing.</param>
/// <param name="IsAssumed">Whether a parameter that is not nullable takes the null of a missing body.</param>
internal sealed record JsonBodySource(TypeName Type, string Name, JsonShape Shape, bool IsOptional, bool IsAssumed) : ValueSource
{
    /// <summary>Whether generated code reads a body whose JSON is usual.</summary>
    public required bool IsReadDirectly { get; init; }
}

/// <summary>The body, read as JSON item by item while the handler runs.</summary>
/// <param name="Item">The type of an item.</param>
/// <param name="Name">The parameter, which problems name.</param>
/// <param name="Shape">The shape of an item.</param>
/// <param name="IsValidated">Whether each item is checked by rules.</param>
internal sealed record SequenceBodySource(TypeName Item, string Name, JsonShape Shape, bool IsValidated) : ValueSource
{
    /// <summary>Whether generated code reads an item whose JSON is usual.</summary>
    public required bool IsReadDirectly { get; init; }
}

/// <summary>A value that its type binds by a <c>BindAsync</c> of its own.</summary>
/// <param name="Type">The type.</param>
/// <param name="Binder">The class that has the method; null if the type implements the interface of the framework instead.</param>
/// <param name="TakesParameter">Whether the method asks for the parameter that is bound.</param>
/// <param name="Name">The parameter, which problems name.</param>
/// <param name="IsChecked">Whether null is refused.</param>
/// <param name="Default">The value in place of null; null if there is none.</param>
internal sealed record CustomSource(TypeName Type, TypeName? Binder, bool TakesParameter, string Name, bool IsChecked, Constant? Default) : ValueSource;

/// <summary>One file of a form.</summary>
internal sealed record FileSource(bool IsOptional) : ValueSource;

/// <summary>The files of one name.</summary>
/// <param name="Collection">The class that they are put in; null if they stay as they are.</param>
/// <param name="IsArray">Whether they are put in an array.</param>
internal sealed record FilesSource(TypeName? Collection, bool IsArray) : ValueSource;

/// <summary>Text of the route, the query, a header or a field of a form, taken as it is or parsed.</summary>
internal sealed record TextSource : ValueSource
{
    /// <summary>How text becomes a value; null if it is taken as the framework has it, all values of the name at once.</summary>
    public required TextForm? Form { get; init; }

    /// <summary>The type of one value, without <c>Nullable</c>.</summary>
    public required TypeName Type { get; init; }

    /// <summary>Whether it is of a <c>Nullable</c>, or of several values each may be.</summary>
    public required bool IsNullable { get; init; }

    /// <summary>Whether the value may be missing.</summary>
    public required bool IsOptional { get; init; }

    /// <summary>Whether all values of the name are taken, and not the first.</summary>
    public required bool IsSeveral { get; init; }

    /// <summary>The class that several values are put in; null if that is an array.</summary>
    public TypeName? Collection { get; init; }

    /// <summary>The value if it is missing; null if that is null.</summary>
    public Constant? Default { get; init; }

    /// <summary>Whether nothing says that it is of the query, so that a parameter of a group's route may be meant.</summary>
    public bool IsInferred { get; init; }

    /// <summary>Whether it is a member of a type that the fields of a form are read to.</summary>
    public bool IsMember { get; init; }
}

/// <summary>How text becomes a value of a type.</summary>
/// <param name="Kind">What parses it.</param>
/// <param name="Parser">The class that has the <c>TryParse</c>, where the type has one of its own.</param>
/// <param name="TakesProvider">Whether that method asks for a culture.</param>
internal sealed record TextForm(TextKind Kind, TypeName? Parser = null, bool TakesProvider = false);

internal enum TextKind
{
    /// <summary>The type parses itself by <c>IParsable</c>.</summary>
    Parsable,
    Enum,
    Uri,

    /// <summary>By a <c>TryParse</c> of the type's own.</summary>
    Own,
}
