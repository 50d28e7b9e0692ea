namespace Jero.Generator.Model;

/// <summary>The converter that a type or member names.</summary>
/// <param name="Kind">How it is made.</param>
/// <param name="Type">The converter; of one for enums the enum, and of one that an attribute makes the type that it is made for.</param>
/// <param name="RequiredMembers">What C# demands of a converter in an initializer.</param>
/// <param name="Attribute">The attribute that makes it; null if none does.</param>
internal sealed record JsonConverterUse(ConverterKind Kind, TypeName Type, EquatableArray<string> RequiredMembers, AttributeUse? Attribute)
{
    public JsonConverterUse(ConverterKind kind, TypeName type)
        : this(kind, type, [], null)
    {
    }
}

internal enum ConverterKind
{
    /// <summary>The framework's, which writes an enum by name.</summary>
    EnumByName,

    /// <summary>The framework's, which writes an enum by number.</summary>
    EnumByNumber,

    /// <summary>A class of the user's.</summary>
    Constructed,

    /// <summary>An attribute makes it.</summary>
    Made,
}

/// <summary>How reading makes a collection or dictionary.</summary>
/// <param name="Type">The class, which is made empty; null if a factory takes a sequence.</param>
/// <param name="RequiredMembers">What C# demands of the class in an initializer.</param>
/// <param name="Factory">The class of the factory of an immutable collection; null if there is none.</param>
/// <param name="Arguments">The type arguments of that factory.</param>
internal sealed record CollectionCreator(
    TypeName? Type, EquatableArray<string> RequiredMembers, string? Factory, EquatableArray<TypeName> Arguments);
