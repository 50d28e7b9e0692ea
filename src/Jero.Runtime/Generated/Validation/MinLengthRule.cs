using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using Jero.Validation;

namespace Jero.Generated;

/// <summary>The rule <c>[MinLength]</c> without the reflection for which the trimmer warns of it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class MinLengthRule : MinLengthAttribute
{
    /// <summary>A rule with limits of its own.</summary>
    /// <param name="length">The least number of characters or items.</param>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "What would be asked for its count by reflection is counted here.")]
    public MinLengthRule(int length)
        : base(length)
    {
    }

    /// <inheritdoc />
    public override bool IsValid(object? value) => ItemCount.TryCount(value, out var count) ? count >= Length : base.IsValid(value);
}
