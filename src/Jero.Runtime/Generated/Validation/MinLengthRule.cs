using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using Jero.Validation;

namespace Jero.Generated;

/// <summary>Checks <c>[MinLength]</c> without the reflection that the trimmer warns about.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class MinLengthRule : MinLengthAttribute
{
    /// <summary>Initializes a rule with its limit.</summary>
    /// <param name="length">The least number of characters or items.</param>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The values whose count the attribute would read by reflection are counted here.")]
    public MinLengthRule(int length)
        : base(length)
    {
    }

    /// <inheritdoc />
    public override bool IsValid(object? value) => ItemCount.TryCount(value, out var count) ? count >= Length : base.IsValid(value);
}
