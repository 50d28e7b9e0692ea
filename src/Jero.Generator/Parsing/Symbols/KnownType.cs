using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Symbols;

/// <summary>A type that is known by its name, whether the compilation has it or not.</summary>
internal sealed class KnownType(string containingNamespace, string metadataName)
{
    private readonly string[] _namespaces = containingNamespace.Split('.');
    private readonly string _name = metadataName.Split('`')[0];

    /// <summary>The name by which a compilation finds it.</summary>
    public string FullName { get; } = $"{containingNamespace}.{metadataName}";

    /// <summary>Whether this is the type, whatever its arguments.</summary>
    public bool Matches(ITypeSymbol? type)
    {
        if (type is not { ContainingType: null } || type.Name != _name || type.OriginalDefinition.MetadataName != metadataName)
        {
            return false;
        }

        var space = type.ContainingNamespace;
        for (var i = _namespaces.Length - 1; i >= 0; i--)
        {
            if (space?.Name != _namespaces[i])
            {
                return false;
            }

            space = space.ContainingNamespace;
        }

        return space is { IsGlobalNamespace: true };
    }
}
