using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.Extensions.Validation;

namespace Jero.Generated;

/// <summary>Describes the rules of a property for ASP.NET Core's own validation.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ValidatedMember(
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] Type declaringType,
    Type propertyType,
    string name,
    string displayName,
    ValidationAttribute[] rules)
    : ValidatablePropertyInfo(declaringType, propertyType, name, displayName)
{
    /// <summary>Reads the rules of one of the user's declarations.</summary>
    public static IEnumerable<ValidationAttribute> RulesOf(ICustomAttributeProvider declaration)
    {
        ArgumentNullException.ThrowIfNull(declaration);
        return declaration.GetCustomAttributes(typeof(ValidationAttribute), inherit: true).Cast<ValidationAttribute>();
    }

    /// <inheritdoc />
    protected override ValidationAttribute[] GetValidationAttributes() => rules;
}
