namespace Jero.Generator.Model;

/// <summary>A value that is known at compile time: a default, or an argument of an attribute.</summary>
internal sealed record Constant
{
    public static Constant Null { get; } = new() { Kind = ConstantKind.Null };

    /// <summary>Whatever the type has without a value.</summary>
    public static Constant Default { get; } = new() { Kind = ConstantKind.Default };

    public required ConstantKind Kind { get; init; }

    /// <summary>The text, number, truth or character; of an enum its number.</summary>
    public object? Value { get; init; }

    /// <summary>The enum, the type of an array, or the type that is the value itself.</summary>
    public TypeName? Type { get; init; }

    /// <summary>What an array holds.</summary>
    public EquatableArray<Constant> Items { get; init; }
}

internal enum ConstantKind
{
    Null,
    Default,
    Primitive,
    Enum,
    Type,
    Array,
}

/// <summary>An attribute, by what creates another of it.</summary>
/// <param name="Type">Its class.</param>
/// <param name="Arguments">Those of its constructor.</param>
/// <param name="Members">The properties and fields that are set.</param>
internal sealed record AttributeUse(TypeName Type, EquatableArray<Constant> Arguments, EquatableArray<NamedConstant> Members);

/// <summary>A member that is set to a constant.</summary>
internal sealed record NamedConstant(string Name, Constant Value);
