using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Validation;

namespace Jero.Generated;

/// <summary>Describes the rules of a type for ASP.NET Core's own validation.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ValidatedType(
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.Interfaces)] Type type, ValidationAttribute[] rules, ValidatedMember[] members)
    : ValidatableTypeInfo(type, members)
{
    /// <inheritdoc />
    public override async Task ValidateAsync(object? value, ValidateContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (value is null)
        {
            return;
        }

        // A rule such as [Compare] looks at the object that has the member. ASP.NET Core's own context would always be the outermost
        // object.
        var outer = context.ValidationContext;
        context.ValidationContext = new ValidationContext(value, outer.DisplayName, outer, outer.Items);
        try
        {
            await base.ValidateAsync(value, context, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            context.ValidationContext = outer;
        }
    }

    /// <inheritdoc />
    protected override ValidationAttribute[] GetValidationAttributes() => rules;
}
