using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Json;

/// <summary>Decides what happens to members of a JSON body that its type does not have.</summary>
internal static class UnmappedMembers
{
    // JsonUnmappedMemberHandling.Disallow
    private const int Disallow = 1;

    /// <summary>What the attribute of a type says: whether they are refused; null if there is none. It is not inherited.</summary>
    public static bool? Of(INamedTypeSymbol type) =>
        type.Attribute(KnownTypes.JsonUnmappedMemberHandlingAttribute) is { ConstructorArguments: [{ Value: int handling }] }
            ? handling == Disallow
            : null;
}
