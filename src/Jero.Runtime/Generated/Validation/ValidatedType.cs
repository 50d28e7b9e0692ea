using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Validation;

namespace Jero.Generated;

/// <summary>The rules of a type, for the framework's own validation.</summary>
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

        // A rule such as [Compare] looks at the object that its member is of, which the framework's own context leaves at the outermost.
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
