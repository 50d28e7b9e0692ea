using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Jero;

/// <summary>
/// Takes each <see cref="JsonTypeInfo{T}"/> from a <see cref="JsonSerializerContext"/> of yours instead of generating it.
/// </summary>
/// <param name="context">A <see cref="JsonSerializerContext"/> that covers every item type in scope.</param>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class)]
public sealed class JeroJsonContextAttribute(Type context) : Attribute
{
    /// <summary>Gets the type of the context.</summary>
    public Type Context { get; } = context;
}
