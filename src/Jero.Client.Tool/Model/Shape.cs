namespace Jero.Client.Tool.Model;

/// <summary>What a JSON value looks like. Objects and enums are referred to by name, so that a recursive type has a finite model.</summary>
internal abstract record Shape
{
    public bool IsNullable => this is NullableShape;

    /// <summary>Without null.</summary>
    public Shape Value => this is NullableShape { Inner: var inner } ? inner : this;

    public Shape OrNull() => this is NullableShape or AnyShape ? this : new NullableShape(this);
}

internal sealed record ScalarShape(Scalar Kind) : Shape;

/// <summary>A <see cref="TypeDefinition"/>, or a type that is there already.</summary>
internal sealed record NamedShape(string Name) : Shape;

internal sealed record ListShape(Shape Item) : Shape;

/// <summary>An object whose names are data.</summary>
internal sealed record MapShape(Shape Item) : Shape;

internal sealed record NullableShape(Shape Inner) : Shape;

/// <summary>One string alone.</summary>
internal sealed record ConstantShape(string Text) : Shape;

/// <summary>One of several that nothing tells apart.</summary>
internal sealed record ChoiceShape(IReadOnlyList<Shape> Choices) : Shape;

/// <summary>Any JSON.</summary>
internal sealed record AnyShape : Shape;

internal enum Scalar
{
    Boolean,
    Int8,
    UInt8,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
    Single,
    Double,
    Decimal,
    Text,
    Date,
    DateTime,

    /// <summary>A time of day without an offset.</summary>
    Time,
    Uuid,
    Uri,

    /// <summary>A duration as ISO 8601 has it.</summary>
    IsoDuration,

    /// <summary>A duration as .NET writes it: <c>1.02:03:04.5</c>.</summary>
    ClockDuration,

    /// <summary>Bytes as Base64.</summary>
    Base64,

    /// <summary>A part of a form as it is.</summary>
    File,
}
