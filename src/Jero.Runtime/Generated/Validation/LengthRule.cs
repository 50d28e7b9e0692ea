using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using Jero.Validation;

namespace Jero.Generated;

/// <summary>Checks <c>[Length]</c> without the reflection that the trimmer warns about.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class LengthRule : LengthAttribute
{
    /// <summary>Initializes a rule with its limits.</summary>
    /// <param name="minimumLength">The least number of characters or items.</param>
    /// <param name="maximumLength">The largest number of characters or items.</param>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The values whose count the attribute would read by reflection are counted here.")]
    public LengthRule(int minimumLength, int maximumLength)
        : base(minimumLength, maximumLength)
    {
    }

    /// <inheritdoc />
    public override bool IsValid(object? value) => ItemCount.TryCount(value, out var count) ? count >= MinimumLength && count <= MaximumLength : base.IsValid(value);
}
