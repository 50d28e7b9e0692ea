namespace Jero.Generator.Model;

/// <summary>What a client gives for a value, or what a form would ask for.</summary>
internal enum ValueKind
{
    /// <summary>Nothing: the server has it.</summary>
    None,
    Text,
    Boolean,
    Number,

    /// <summary>One of the names of an enum.</summary>
    Enum,
    Date,
    Time,
    DateTime,
    Duration,
    Guid,
    Uri,

    /// <summary>Text that a type of its own parses.</summary>
    Parsable,
    File,

    /// <summary>A form as a whole.</summary>
    Form,
    Json,
    Bytes,

    /// <summary>Whatever its type reads by its own <c>BindAsync</c>.</summary>
    Custom,
}

internal static class ValueKinds
{
    /// <summary>The kind of one value of a binding.</summary>
    public static ValueKind Of(Binding binding) => binding.Value switch
    {
        TextSource { Form.Kind: TextKind.Enum } => ValueKind.Enum,
        TextSource { Form.Kind: TextKind.Own } => ValueKind.Parsable,
        TextSource text => Of((binding.Shape as JsonCollection)?.Item ?? binding.Shape, text.Type),
        FileSource or FilesSource or RequestPart { Kind: RequestPartKind.Files } => ValueKind.File,
        RequestPart { Kind: RequestPartKind.Fields } => ValueKind.Form,
        RequestPart { Kind: RequestPartKind.Body or RequestPartKind.BodyReader } => ValueKind.Bytes,
        JsonBodySource or SequenceBodySource => ValueKind.Json,
        CustomSource => ValueKind.Custom,
        _ => ValueKind.None,
    };

    private static ValueKind Of(JsonShape? shape, TypeName type) => (shape as JsonBuiltIn)?.Type switch
    {
        BuiltInType.Boolean => ValueKind.Boolean,
        >= BuiltInType.SByte and <= BuiltInType.Decimal => ValueKind.Number,
        BuiltInType.DateOnly => ValueKind.Date,
        BuiltInType.TimeOnly => ValueKind.Time,
        BuiltInType.DateTime or BuiltInType.DateTimeOffset => ValueKind.DateTime,
        BuiltInType.TimeSpan => ValueKind.Duration,
        BuiltInType.Guid => ValueKind.Guid,
        BuiltInType.Uri => ValueKind.Uri,
        // A type without a JSON form of its own is described as text.
        BuiltInType.String when type != TypeName.Text && !type.Is("Microsoft.Extensions.Primitives", "StringValues") => ValueKind.Parsable,
        BuiltInType.Version => ValueKind.Parsable,
        _ => ValueKind.Text,
    };
}
