namespace Jero.Generator.Model;

/// <summary>One member of an object.</summary>
internal sealed record JsonProperty
{
    /// <summary>The member.</summary>
    public required string ClrName { get; init; }

    /// <summary>What its accessor and its own metadata are named for: unlike the name, one of a kind.</summary>
    public required string SupportName { get; init; }

    public required string JsonName { get; init; }

    /// <summary>Whether the name is the user's own and no naming policy applies.</summary>
    public required bool HasOwnName { get; init; }

    public required TypeName DeclaringType { get; init; }

    public required JsonShape Shape { get; init; }

    public required bool IsField { get; init; }

    /// <summary>Whether its value can be had at all; without it is only read from JSON.</summary>
    public required bool HasGetter { get; init; }

    /// <summary>Whether the member is read through <c>UnsafeAccessor</c>, since it is not visible.</summary>
    public required bool IsHidden { get; init; }

    /// <summary>Whether <c>[JsonInclude]</c> says so.</summary>
    public required bool IsIncluded { get; init; }

    /// <summary>Whether it is the bag of what JSON has beyond the other members.</summary>
    public required bool IsExtensionData { get; init; }

    /// <summary>Whether it takes them into a <c>JsonObject</c>.</summary>
    public bool IsBag => IsExtensionData && Shape.TypeName.Is("System.Text.Json.Nodes", "JsonObject");

    /// <summary>How it is reached where it is not visible, or set where only construction may; null if neither is needed.</summary>
    public required JsonAccessor? Accessor { get; init; }

    public required PropertySetter Setter { get; init; }

    public required IgnoreCondition Condition { get; init; }

    /// <summary>Whether the condition is the member's own and not the options'.</summary>
    public required bool HasOwnCondition { get; init; }

    /// <summary>Whether it must be read as a member of its declaring type, since another hides it.</summary>
    public required bool IsShadowed { get; init; }

    /// <summary>Whether it is declared by a struct.</summary>
    public required bool IsOfStruct { get; init; }

    /// <summary>Whether JSON without it is refused.</summary>
    public required bool IsRequired { get; init; }

    /// <summary>Where null may stand; null for a value type, whose shape says so.</summary>
    public required JsonNullability? Nullability { get; init; }

    /// <summary>What its own attribute says: whether reading adds to what it holds; null if there is none.</summary>
    public required bool? Populates { get; init; }

    /// <summary>Whether reading adds to what it holds, since it cannot be set.</summary>
    public required bool IsPopulated { get; init; }

    /// <summary>The converter or number handling of this one member; null if its type's apply.</summary>
    public required JsonMemberFormat? Format { get; init; }

    /// <summary>Whether it is ever written.</summary>
    public bool IsWritten => HasGetter && Condition != IgnoreCondition.WhenWriting;

    /// <summary>Whether it is written whatever its value.</summary>
    public bool IsAlwaysWritten => HasGetter && Condition is IgnoreCondition.Never or IgnoreCondition.WhenReading;

    /// <summary>Whether reading takes it: a constructor or a setter does, or what it holds is added to.</summary>
    public required bool IsRead { get; init; }

    /// <summary>Whether a client has to send it: what is required and has no default.</summary>
    public required bool IsExpected { get; init; }

    /// <summary>What the member's attributes and documentation say.</summary>
    public required JsonAnnotations Annotations { get; init; }
}

internal enum PropertySetter
{
    None,
    Assignable,

    /// <summary>Reached through <c>UnsafeAccessor</c>, since assigning is only allowed at construction, or not visible.</summary>
    Accessor,
}

/// <summary>When a member is left out; the names are those of <c>JsonIgnoreCondition</c>.</summary>
internal enum IgnoreCondition
{
    Never,
    WhenWritingNull,
    WhenWritingDefault,
    WhenWriting,
    WhenReading,
}

/// <summary>The signature of an accessor, which has to repeat the declaring type's own, type parameters and all.</summary>
/// <param name="TypeParameters">Those of the declaring type and of the types around it.</param>
/// <param name="TypeArguments">What stands for them here.</param>
/// <param name="DeclaringType">The declaring type over the type parameters.</param>
/// <param name="MemberType">The member's type over the type parameters.</param>
/// <param name="ParameterTypes">Those of a constructor's parameters over the type parameters.</param>
internal sealed record JsonAccessor(
    EquatableArray<TypeParameter> TypeParameters,
    EquatableArray<TypeName> TypeArguments,
    TypeName DeclaringType,
    TypeName MemberType,
    EquatableArray<TypeName> ParameterTypes);

/// <summary>A type parameter and its constraints.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What its arguments have to be.</param>
/// <param name="Types">What they have to derive from or implement.</param>
/// <param name="HasConstructor">Whether they have to have a constructor without parameters.</param>
internal sealed record TypeParameter(string Name, ArgumentConstraint Kind, EquatableArray<TypeName> Types, bool HasConstructor);

internal enum ArgumentConstraint
{
    Any,
    Class,
    NullableClass,
    Struct,
    Unmanaged,
    NotNull,
}

/// <summary>Where null may stand of a member of a reference type.</summary>
/// <param name="HasNull">Whether it may be null when it is written.</param>
/// <param name="RefusesNull">Whether its annotations forbid null when it is read.</param>
/// <param name="TakesNull">Whether a body may have null: where the annotations or the options let it.</param>
internal sealed record JsonNullability(bool HasNull, bool RefusesNull, bool TakesNull);

/// <summary>A member that is neither written nor read.</summary>
/// <param name="ClrName">Its name.</param>
/// <param name="OwnName">The name of <c>[JsonPropertyName]</c>; null if there is none.</param>
/// <param name="DeclaringType">The type that declares it.</param>
/// <param name="TypeName">Its own type.</param>
internal sealed record JsonIgnoredMember(string ClrName, string? OwnName, TypeName DeclaringType, TypeName TypeName);

/// <summary>What one member says of its own value.</summary>
/// <param name="Converter">Its converter.</param>
/// <param name="NumberHandling">The bits of its <c>JsonNumberHandling</c>.</param>
/// <param name="IsOwn">Whether the member says so, and not its type.</param>
/// <param name="IsForeign">Whether its value is written differently for it, by System.Text.Json.</param>
internal sealed record JsonMemberFormat(JsonConverterUse? Converter, int? NumberHandling, bool IsOwn, bool IsForeign)
{
    /// <summary>Whether only the running converter knows if it takes the member.</summary>
    public bool IsAsked { get; init; }
}

/// <summary>The constructor that reading uses.</summary>
/// <param name="Parameters">In order; empty for a parameterless one.</param>
/// <param name="RequiredMembers">Members that C# demands in an initializer although they are set afterwards.</param>
/// <param name="Accessor">How it is reached where it is not visible; null if it is.</param>
internal sealed record JsonConstructor(EquatableArray<JsonConstructorParameter> Parameters, EquatableArray<string> RequiredMembers, JsonAccessor? Accessor);

/// <summary>One parameter of a constructor.</summary>
internal sealed record JsonConstructorParameter
{
    public required string Name { get; init; }

    public required TypeName TypeName { get; init; }

    public required bool IsNullable { get; init; }

    /// <summary>The default; null if there is none.</summary>
    public required Constant? Default { get; init; }

    /// <summary>The member of the same name where it has another type, so that they do not belong together; null if it has not.</summary>
    public string? OtherMember { get; init; }
}
