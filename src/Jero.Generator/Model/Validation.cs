namespace Jero.Generator.Model;

/// <summary>A type whose members or values are checked before a handler runs.</summary>
internal sealed record ValidatedType
{
    /// <summary>The type, as in <c>typeof</c>.</summary>
    public required string TypeName { get; init; }

    /// <summary>The ids of experimental and obsolete symbols that its rules name.</summary>
    public required EquatableArray<string> Suppressed { get; init; }

    public required EquatableArray<ValidatedMember> Members { get; init; }

    /// <summary>The validation attributes of the type itself, as elements of a collection expression.</summary>
    public required EquatableArray<string> Attributes { get; init; }
}

/// <summary>A property that has rules, or whose value may have them.</summary>
/// <param name="Name">The property.</param>
/// <param name="TypeName">Its type, as in <c>typeof</c>.</param>
/// <param name="DisplayName">What messages call it.</param>
/// <param name="Attributes">Its validation attributes, as elements of a collection expression.</param>
internal sealed record ValidatedMember(string Name, string TypeName, string DisplayName, EquatableArray<string> Attributes);

/// <summary>A parameter that has rules, or whose value may have them.</summary>
/// <param name="Local">The local that holds its argument.</param>
/// <param name="Rules">What is checked; its name is that of the wire.</param>
internal sealed record ValidatedParameter(string Local, ValidatedMember Rules);
