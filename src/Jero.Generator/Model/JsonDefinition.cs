namespace Jero.Generator.Model;

/// <summary>An object or enum that has a writer, metadata and a schema of its own.</summary>
internal abstract record JsonDefinition
{
    /// <summary>The full name made an identifier: <c>Shop_Movie</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The generated file; another where two names differ in case alone.</summary>
    public string HintName { get => field ?? FileNames.Of($"JeroJson.{Name}"); init; }

    /// <summary>The name in the document: <c>Movie</c>.</summary>
    public required string Component { get; init; }

    public required TypeName TypeName { get; init; }

    /// <summary>What the type's attributes and documentation say.</summary>
    public required JsonAnnotations Annotations { get; init; }

    /// <summary>The ids of experimental and obsolete symbols that its file names.</summary>
    public EquatableArray<string> Suppressed { get; init; }

    /// <summary>How endpoints use it.</summary>
    public JsonUsage Usage { get; init; }

    /// <summary>Whether generated code reads it, if its JSON has the usual form. This changes nothing of its schema.</summary>
    public bool IsReadDirectly { get; init; }
}

/// <summary>An enum that is written as its number, or as the name of its value.</summary>
internal sealed record JsonEnum : JsonDefinition
{
    public required BuiltInType UnderlyingType { get; init; }

    public required bool IsString { get; init; }

    /// <summary>Whether its values are sets of others, so that names may be joined.</summary>
    public required bool IsFlags { get; init; }

    /// <summary>The distinct values in ascending order.</summary>
    public required EquatableArray<JsonEnumValue> Values { get; init; }
}

/// <summary>The names of an enum, by which requests say its values in text: a component of the document, and nothing that is written.</summary>
internal sealed record EnumNames : JsonDefinition
{
    /// <summary>Whether its values are sets of others, so that names may be joined.</summary>
    public required bool IsFlags { get; init; }

    /// <summary>The members in the order of their values, each with its number.</summary>
    public required EquatableArray<EnumName> Members { get; init; }
}

/// <summary>One name of an enum.</summary>
internal sealed record EnumName(string Name, string Number);

/// <summary>One value of an enum.</summary>
/// <param name="Number">As a JSON number.</param>
/// <param name="MemberName">The member; null if generated code cannot name it.</param>
/// <param name="WireName">Its name on the wire; null if several members share the value and System.Text.Json chooses.</param>
internal sealed record JsonEnumValue(string Number, string? MemberName, string? WireName);

/// <summary>A class, struct or interface that is written member by member.</summary>
internal sealed record JsonObject : JsonDefinition
{
    public required bool IsValueType { get; init; }

    /// <summary>Whether a value may contain another of its type, so that its depth must be limited.</summary>
    public required bool IsRecursive { get; init; }

    /// <summary>Whether only System.Text.Json can write it, because it has extension data or callbacks for writing.</summary>
    public required bool IsForeign { get; init; }

    /// <summary>Whether it has callbacks for reading.</summary>
    public bool IsTold { get; init; }

    /// <summary>The members in System.Text.Json's order.</summary>
    public required EquatableArray<JsonProperty> Properties { get; init; }

    /// <summary>How an instance is created when reading; null if it cannot be.</summary>
    public required JsonConstructor? Constructor { get; init; }

    /// <summary>What its run-time type may be; null if it is not polymorphic.</summary>
    public required JsonPolymorphism? Polymorphism { get; init; }

    /// <summary>Members that are neither written nor read but belong to a parameter of the constructor.</summary>
    public EquatableArray<JsonIgnoredMember> Ignored { get; init; }

    /// <summary>What its own attribute says of JSON members that it has not: whether they are refused; null if there is none.</summary>
    public bool? DisallowsUnmapped { get; init; }

    /// <summary>Whether JSON members that it has not are refused, by its attribute or by the options.</summary>
    public bool IsClosed { get; init; }

    /// <summary>What its own attribute says of its members: whether reading adds to what they hold; null if there is none.</summary>
    public bool? Populates { get; init; }

    /// <summary>The bits of <c>JsonNumberHandling</c> that the type says; null if it says none.</summary>
    public required int? NumberHandling { get; init; }
}

/// <summary>The variants of a polymorphic type.</summary>
internal sealed record JsonPolymorphism
{
    /// <summary>The name of the discriminator, <c>$type</c> unless named.</summary>
    public required string Discriminator { get; init; }

    public required EquatableArray<JsonVariant> Variants { get; init; }

    /// <summary>Whether the base type itself may occur, without a discriminator.</summary>
    public required bool HasBase { get; init; }
}

/// <summary>One variant of a polymorphic type.</summary>
/// <param name="Definition">The name of its <see cref="JsonDefinition"/>.</param>
/// <param name="TypeName">Its type.</param>
/// <param name="Component">Its name in the document: base and variant.</param>
/// <param name="Tag">Its discriminator as JSON, a string or a number; null if it has none.</param>
/// <param name="TagText">The discriminator as text.</param>
internal sealed record JsonVariant(string Definition, TypeName TypeName, string Component, string? Tag, string? TagText)
{
    /// <summary>Its members, its base's included.</summary>
    public EquatableArray<JsonProperty> Properties { get; init; }

    /// <summary>Whether JSON members that it has not are refused.</summary>
    public bool IsClosed { get; init; }

    /// <summary>What the attributes and documentation of its type say.</summary>
    public JsonAnnotations Annotations { get; init; } = JsonAnnotations.None;
}
