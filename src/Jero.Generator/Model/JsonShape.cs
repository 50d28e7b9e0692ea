namespace Jero.Generator.Model;

/// <summary>
/// The shape of a JSON value, the one model behind the metadata, the direct writer and the schema. Objects and enums are referred
/// to by name, so that recursive types have a finite model.
/// </summary>
internal abstract record JsonShape
{
    /// <summary>
    /// Whether it contains a collection whose items are of a reference type and may be null, which its run-time type does not say.
    /// </summary>
    public bool HasNullItems => this switch
    {
        JsonNullable nullable => nullable.Value.HasNullItems,
        JsonCollection collection => collection.HasNull == true || collection.Item.HasNullItems,
        JsonDictionary dictionary => dictionary.HasNull == true || dictionary.Value.HasNullItems,
        _ => false,
    };

    /// <summary>The .NET type, with the nullability of its type arguments but not its own where it is a reference type.</summary>
    public required TypeName TypeName { get; init; }
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

    /// <summary>How reading creates one; null if it cannot, or chooses by itself.</summary>
    public required CollectionCreator? Creator { get; init; }

    /// <summary>Whether its items may be null; null for items of a value type, whose shape says so.</summary>
    public required bool? HasNull { get; init; }

    public required bool IsValueType { get; init; }

    /// <summary>The bits of its type's own <c>JsonNumberHandling</c>; null if it has none.</summary>
    public int? NumberHandling { get; init; }

    /// <summary>Whether only System.Text.Json can write it, because it has its own number handling or callbacks.</summary>
    public bool IsForeign { get; init; }

    /// <summary>Whether System.Text.Json can make one of JSON.</summary>
    public bool IsReadable { get; init; } = true;

    /// <summary>Whether it is a <c>List</c> itself: a class that derives from one is a list to System.Text.Json, but not to what takes lists.</summary>
    public bool IsList => TypeName.Is("System.Collections.Generic", "List");

    /// <summary>Whether it is an array, a list, or an interface for which System.Text.Json makes a list.</summary>
    public bool IsArrayOrList => Kind == CollectionKind.Array || Lists.Any(name => TypeName.Is("System.Collections.Generic", name));

    private static readonly string[] Lists = ["List", "IList", "IReadOnlyList", "ICollection", "IReadOnlyCollection", "IEnumerable"];
}

/// <summary>An object whose members are the entries of a dictionary.</summary>
internal sealed record JsonDictionary : JsonShape
{
    public required DictionaryKind Kind { get; init; }

    public required JsonShape Key { get; init; }

    public required JsonShape Value { get; init; }

    /// <summary>How reading creates one; null if it cannot, or chooses by itself.</summary>
    public required CollectionCreator? Creator { get; init; }

    /// <summary>Whether its values may be null; null for values of a value type, whose shape says so.</summary>
    public required bool? HasNull { get; init; }

    /// <summary>Whether only System.Text.Json can write the keys: a policy changes them, or an enum names them.</summary>
    public required bool HasForeignKeys { get; init; }

    /// <summary>The bits of its type's own <c>JsonNumberHandling</c>; null if it has none.</summary>
    public int? NumberHandling { get; init; }

    /// <summary>Whether only System.Text.Json can write it, because it has its own number handling or callbacks.</summary>
    public bool IsForeign { get; init; }

    /// <summary>Whether System.Text.Json can make one of JSON.</summary>
    public bool IsReadable { get; init; } = true;
}

/// <summary>A value that System.Text.Json writes by its metadata: it has a converter, or a type that is only known at run time.</summary>
internal sealed record JsonForeign : JsonShape
{
    public required bool IsValueType { get; init; }

    /// <summary>The converter, where the type has one of its own.</summary>
    public required JsonConverterUse? Converter { get; init; }

    /// <summary>The <c>type</c> of its schema, where that is known at all.</summary>
    public required string? SchemaType { get; init; }

    /// <summary>Whether only the running converter knows if it accepts the type.</summary>
    public bool IsAsked { get; init; }
}

/// <summary>A value or null: <c>Nullable&lt;T&gt;</c>, or a reference type that is annotated so.</summary>
internal sealed record JsonNullable : JsonShape
{
    public required JsonShape Value { get; init; }

    /// <summary>Whether this is <c>Nullable&lt;T&gt;</c>, a type of its own.</summary>
    public required bool IsValueType { get; init; }
}

/// <summary>How a collection is written and which metadata it has; each but the first two is the name of a method of the runtime.</summary>
internal enum CollectionKind
{
    Array,
    List,
    IList,
    ICollection,
    ISet,
    Queue,
    Stack,
    ConcurrentQueue,
    ConcurrentStack,
    Immutable,
    Memory,
    ReadOnlyMemory,
    Enumerable,
}

/// <summary>Which metadata a dictionary has; each is the name of a method of the runtime.</summary>
internal enum DictionaryKind
{
    Dictionary,
    IDictionary,
    IReadOnlyDictionary,
    ImmutableDictionary,
}

/// <summary>A type other than objects and enums whose metadata the resolver creates.</summary>
/// <param name="TypeName">The type, as in <c>typeof</c>.</param>
/// <param name="Shape">Its shape: a collection, a dictionary, a nullable value, or one with a converter.</param>
internal sealed record JsonConstructed(TypeName TypeName, JsonShape Shape);
