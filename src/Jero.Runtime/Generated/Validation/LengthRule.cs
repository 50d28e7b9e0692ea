using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using Jero.Validation;

namespace Jero.Generated;

/// <summary>The rule <c>[Length]</c> without the reflection for which the trimmer warns of it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class LengthRule : LengthAttribute
{
    /// <summary>A rule with limits of its own.</summary>
    /// <param name="minimumLength">The least number of characters or items.</param>
    /// <param name="maximumLength">The largest number of characters or items.</param>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "What would be asked for its count by reflection is counted here.")]
    public LengthRule(int minimumLength, int maximumLength)
        : base(minimumLength, maximumLength)
    {
    }

    /// <inheritdoc />
    public override bool IsValid(object? value) => ItemCount.TryCount(value, out var count) ? count >= MinimumLength && count <= MaximumLength : base.IsValid(value);
}
