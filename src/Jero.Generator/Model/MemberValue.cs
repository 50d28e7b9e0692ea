namespace Jero.Generator.Model;

/// <summary>What a member of a group gets.</summary>
internal abstract record MemberValue;

/// <summary>What was bound for it.</summary>
internal sealed record BoundMember(string Local) : MemberValue;

/// <summary>What was bound for it, or what it has on its own where its field is missing.</summary>
/// <param name="Local">What was bound.</param>
/// <param name="Missing">How the missing value shows.</param>
/// <param name="Own">What the member has on its own.</param>
internal sealed record BoundOrOwn(string Local, MissingForm Missing, OwnValue Own) : MemberValue;

/// <summary>A value that is put together of several.</summary>
/// <param name="Type">What is constructed.</param>
/// <param name="Passed">What its constructor takes.</param>
/// <param name="Assigned">What is set then.</param>
internal sealed record Group(TypeName Type, EquatableArray<MemberValue> Passed, EquatableArray<AssignedMember> Assigned) : MemberValue
{
    /// <summary>The local that says whether it is there; null if it must be.</summary>
    public string? Presence { get; init; }

    /// <summary>Whether it is a <c>Nullable</c> where it is missing.</summary>
    public bool IsNullable { get; init; }

    /// <summary>What its member has on its own where it is missing; null if that is nothing.</summary>
    public OwnValue? Own { get; init; }
}

/// <summary>A member that is set.</summary>
internal sealed record AssignedMember(string Name, MemberValue Value);

/// <summary>What a member has on its own.</summary>
/// <param name="Instance">The local that holds an instance.</param>
/// <param name="Member">The member.</param>
internal sealed record OwnValue(string Instance, string Member);

internal enum MissingForm
{
    Null,
    EmptyArray,
    EmptyCollection,
}

/// <summary>An instance that is only asked for the values that its members have on their own.</summary>
/// <param name="Local">The local that holds it.</param>
/// <param name="Instance">How it is made.</param>
internal sealed record InitialValue(string Local, Group Instance);

/// <summary>What must be asked of a form: whether it has any of a group's fields.</summary>
/// <param name="Local">The local that holds the answer.</param>
/// <param name="Fields">Their names on the wire.</param>
internal sealed record FieldsPresence(string Local, EquatableArray<string> Fields);
