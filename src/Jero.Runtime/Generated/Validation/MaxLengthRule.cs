using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using Jero.Validation;

namespace Jero.Generated;

/// <summary>Checks <c>[MaxLength]</c> without the reflection that the trimmer warns about.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class MaxLengthRule : MaxLengthAttribute
{
    /// <summary>Initializes a rule with its limit.</summary>
    /// <param name="length">The largest number of characters or items.</param>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The values whose count the attribute would read by reflection are counted here.")]
    public MaxLengthRule(int length)
        : base(length)
    {
    }

    /// <inheritdoc />
    public override bool IsValid(object? value) => ItemCount.TryCount(value, out var count) ? Length == -1 || count <= Length : base.IsValid(value);
}
