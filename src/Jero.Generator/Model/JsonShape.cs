namespace Jero.Generator.Model;

/// <summary>
/// The shape of a JSON value, the one model behind the metadata, the direct writer and the schema. Objects and enums are referred
/// to by name, so that recursive types have a finite model.
/// </summary>
internal abstract record JsonShape
{
    /// <summary>The .NET type, with the nullability of its type arguments but not its own where it is a reference type.</summary>
    public required string TypeName { get; init; }
}

/// <summary>A type that has a JSON form of its own.</summary>
internal sealed record JsonBuiltIn : JsonShape
{
    public required BuiltInType Type { get; init; }
}

/// <summary>An object or an enum, defined elsewhere.</summary>
/// <param name="Definition">The name of its <see cref="JsonDefinition"/>.</param>
/// <param name="Component">Its name in the document.</param>
internal sealed record JsonReference(string Definition, string Component) : JsonShape;

/// <summary>An array of items.</summary>
internal sealed record JsonCollection : JsonShape
{
    public required CollectionKind Kind { get; init; }

    public required JsonShape Item { get; init; }
}

/// <summary>A value or null: <c>Nullable&lt;T&gt;</c>, or a reference type that is annotated so.</summary>
internal sealed record JsonNullable : JsonShape
{
    public required JsonShape Value { get; init; }

    /// <summary>Whether this is <c>Nullable&lt;T&gt;</c>, a type of its own.</summary>
    public required bool IsValueType { get; init; }
}

internal enum CollectionKind
{
    Array,
    List,
    ListInterface,
    ReadOnlyListInterface,
    CollectionInterface,
    ReadOnlyCollectionInterface,
    Enumerable,
}

/// <summary>A type other than objects and enums whose metadata the resolver creates.</summary>
/// <param name="TypeName">The type, as in <c>typeof</c>.</param>
/// <param name="Shape">Its shape: a collection, or a nullable value.</param>
internal sealed record JsonConstructed(string TypeName, JsonShape Shape);
