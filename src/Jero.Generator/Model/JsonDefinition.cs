namespace Jero.Generator.Model;

/// <summary>An object or enum that has a writer, metadata and a schema of its own.</summary>
internal abstract record JsonDefinition
{
    /// <summary>The full name made an identifier: <c>Shop_Movie</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The name in the document: <c>Movie</c>.</summary>
    public required string Component { get; init; }

    public required string TypeName { get; init; }

    /// <summary>From the documentation comment of the type.</summary>
    public required string? Description { get; init; }
}

/// <summary>An enum that is written as its number.</summary>
internal sealed record JsonEnum : JsonDefinition
{
    public required BuiltInType UnderlyingType { get; init; }

    /// <summary>The distinct values in ascending order, as JSON numbers.</summary>
    public required EquatableArray<string> Values { get; init; }
}

/// <summary>A class or struct that is written member by member.</summary>
internal sealed record JsonObject : JsonDefinition
{
    public required bool IsValueType { get; init; }

    /// <summary>Whether a value may contain another of its type, so that its depth has to be limited.</summary>
    public required bool IsRecursive { get; init; }

    /// <summary>The members in System.Text.Json's order.</summary>
    public required EquatableArray<JsonProperty> Properties { get; init; }

    /// <summary>How an instance is created when reading; null where it cannot be.</summary>
    public required JsonConstructor? Constructor { get; init; }
}

/// <summary>One member of an object.</summary>
internal sealed record JsonProperty
{
    /// <summary>The member, escaped where it is a keyword.</summary>
    public required string MemberName { get; init; }

    /// <summary>The member without escaping, as metadata names it.</summary>
    public required string ClrName { get; init; }

    public required string JsonName { get; init; }

    /// <summary>Whether the name is the user's own and no naming policy applies.</summary>
    public required bool HasOwnName { get; init; }

    public required string DeclaringType { get; init; }

    public required JsonShape Shape { get; init; }

    public required PropertySetter Setter { get; init; }

    /// <summary>Whether C# demands a value at construction.</summary>
    public required bool IsRequired { get; init; }

    /// <summary>From the documentation comment of the member.</summary>
    public required string? Description { get; init; }
}

internal enum PropertySetter
{
    None,
    Assignable,

    /// <summary>Reached through <c>UnsafeAccessor</c>, since assigning is only allowed at construction.</summary>
    InitOnly,
}

/// <summary>The constructor that reading uses.</summary>
/// <param name="Parameters">In order; empty for a parameterless one.</param>
/// <param name="RequiredMembers">Members that C# demands in an initializer although they are set afterwards.</param>
internal sealed record JsonConstructor(EquatableArray<JsonConstructorParameter> Parameters, EquatableArray<string> RequiredMembers);

/// <summary>One parameter of a constructor.</summary>
internal sealed record JsonConstructorParameter
{
    public required string Name { get; init; }

    public required string TypeName { get; init; }

    public required bool IsNullable { get; init; }

    /// <summary>The default as a C# expression, or null where there is none.</summary>
    public required string? Default { get; init; }
}
