namespace Jero.Generator.Model;

/// <summary>Specifies how the endpoints of an assembly use a type, which decides what its schema may promise.</summary>
[Flags]
internal enum JsonUsage
{
    None = 0,
    Written = 1,
    Read = 2,
}

/// <summary>A definition whose schema an operation needs.</summary>
/// <param name="Definition">The name of the <see cref="JsonDefinition"/>.</param>
/// <param name="HasVariants">Whether the components of its variants belong to it.</param>
internal sealed record SchemaReference(string Definition, bool HasVariants);
