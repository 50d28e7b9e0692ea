namespace Jero.Generator.Model;

/// <summary>A type whose members or values are checked before a handler runs.</summary>
internal sealed record ValidatedType
{
    /// <summary>The type.</summary>
    public required TypeName TypeName { get; init; }

    /// <summary>The ids of experimental and obsolete symbols that its rules name.</summary>
    public required EquatableArray<string> Suppressed { get; init; }

    public required EquatableArray<ValidatedMember> Members { get; init; }

    /// <summary>The rules of the type itself.</summary>
    public required EquatableArray<ValidationRule> Rules { get; init; }
}

/// <summary>A property that has rules, or whose value may have them.</summary>
/// <param name="Name">The property.</param>
/// <param name="TypeName">Its type.</param>
/// <param name="DisplayName">What messages call it.</param>
/// <param name="Rules">Its rules.</param>
internal sealed record ValidatedMember(string Name, TypeName TypeName, string DisplayName, EquatableArray<ValidationRule> Rules);

/// <summary>A parameter that has rules, or whose value may have them.</summary>
/// <param name="Local">The local that holds its argument.</param>
/// <param name="Rules">What is checked; its name is that of the wire.</param>
internal sealed record ValidatedParameter(string Local, ValidatedMember Rules);

/// <summary>A rule that a value is held to.</summary>
internal abstract record ValidationRule;

/// <summary>A rule that is created anew.</summary>
/// <param name="Attribute">What says it.</param>
/// <param name="Length">Which rule of lengths it is, of which the runtime has its own; null if it is none.</param>
internal sealed record CreatedRule(AttributeUse Attribute, LengthRule? Length) : ValidationRule;

/// <summary>All rules of a declaration, taken from there.</summary>
internal sealed record DeclaredRules(RuleDeclaration Declaration) : ValidationRule;

internal enum LengthRule
{
    MinLength,
    MaxLength,
    Length,
}

/// <summary>Where rules are declared.</summary>
/// <param name="Kind">What declares them.</param>
/// <param name="Type">The type, or the one that has it.</param>
internal sealed record RuleDeclaration(RuleDeclarationKind Kind, TypeName Type)
{
    /// <summary>The property or the method.</summary>
    public string Member { get; init; } = "";

    /// <summary>The types of the method's or constructor's parameters.</summary>
    public EquatableArray<TypeName> ParameterTypes { get; init; }

    /// <summary>The position of the parameter, from 0.</summary>
    public int Position { get; init; }
}

internal enum RuleDeclarationKind
{
    Type,
    Property,
    ConstructorParameter,
    MethodParameter,
}
