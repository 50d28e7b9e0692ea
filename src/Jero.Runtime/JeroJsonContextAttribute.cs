using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Jero;

/// <summary>Takes <see cref="JsonTypeInfo{T}"/> from the user's own <see cref="JsonSerializerContext"/> instead of generating it.</summary>
/// <param name="context">A <see cref="JsonSerializerContext"/> that covers every item type in scope.</param>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class)]
public sealed class JeroJsonContextAttribute(Type context) : Attribute
{
    /// <summary>The type of the context.</summary>
    public Type Context { get; } = context;
}
