using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Validation;

namespace Jero.Generated;

/// <summary>Describes the rules of a parameter for ASP.NET Core's own validation.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ValidatedParameter(Type parameterType, string name, string displayName, ValidationAttribute[] rules)
    : ValidatableParameterInfo(parameterType, name, displayName)
{
    internal string Display { get; } = displayName;

    /// <inheritdoc />
    protected override ValidationAttribute[] GetValidationAttributes() => rules;
}
