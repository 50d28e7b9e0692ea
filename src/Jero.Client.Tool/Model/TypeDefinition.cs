namespace Jero.Client.Tool.Model;

/// <summary>A type that the client declares.</summary>
/// <param name="Name">Unique, every word with a capital.</param>
internal abstract record TypeDefinition(string Name)
{
    public string? Description { get; init; }

    public bool IsDeprecated { get; init; }

    /// <summary>Whether streams bring it in a form that a reader of its own can read.</summary>
    public bool IsReadDirectly { get; init; }
}

/// <summary>An object.</summary>
internal sealed record ObjectType(string Name) : TypeDefinition(Name)
{
    public required IReadOnlyList<Property> Properties { get; init; }

    /// <summary>The union that it is a variant of; null if it is none.</summary>
    public string? Union { get; init; }

    /// <summary>What its members are that the document does not name; null if they are ignored.</summary>
    public Shape? Rest { get; init; }

    /// <summary>The name of the property for those.</summary>
    public string RestIdentifier { get; init; } = "";

    /// <summary>Whether the client sends it.</summary>
    public bool IsSent { get; init; }
}

/// <summary>A member of an object.</summary>
internal sealed record Property
{
    /// <summary>On the wire.</summary>
    public required string Name { get; init; }

    /// <summary>Unique in its object, every word with a capital.</summary>
    public required string Identifier { get; init; }

    public required Shape Shape { get; init; }

    /// <summary>Whether it is always there.</summary>
    public bool IsRequired { get; init; }

    public bool IsDeprecated { get; init; }

    public string? Description { get; init; }
}

/// <summary>One of several strings.</summary>
internal sealed record EnumType(string Name) : TypeDefinition(Name)
{
    public required IReadOnlyList<EnumMember> Members { get; init; }

    /// <summary>Whether one is a parameter, and so printed as text.</summary>
    public bool IsParameter { get; init; }
}

internal sealed record EnumMember(string Name, string Identifier);

/// <summary>One of several objects that a member tells apart.</summary>
/// <param name="Name">Of the type.</param>
/// <param name="Discriminator">The member, on the wire.</param>
internal sealed record UnionType(string Name, string Discriminator) : TypeDefinition(Name)
{
    public required IReadOnlyList<Variant> Variants { get; init; }

    /// <summary>Whether the tags are numbers.</summary>
    public bool HasNumbers { get; init; }
}

/// <summary>One object of a union.</summary>
/// <param name="Tag">What the discriminator says.</param>
/// <param name="Type">The name of the <see cref="ObjectType"/>.</param>
internal sealed record Variant(string Tag, string Type);

/// <summary>An event of several names.</summary>
internal sealed record EventUnion(string Name) : TypeDefinition(Name)
{
    public required IReadOnlyList<NamedEvent> Events { get; init; }

    /// <summary>Whether an event of any name is one of them.</summary>
    public bool IsOpen => Events.Any(static one => one.Name is null);
}

/// <summary>What comes under one name.</summary>
/// <param name="Name">On the wire; null for every name that no other event of the union has.</param>
/// <param name="Identifier">Unique in its union.</param>
/// <param name="Data">As JSON; null if it is text.</param>
internal sealed record NamedEvent(string? Name, string Identifier, Shape? Data)
{
    public string? Description { get; init; }
}
