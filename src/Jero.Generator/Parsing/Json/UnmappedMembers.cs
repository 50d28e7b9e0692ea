using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Json;

/// <summary>What becomes of members of a JSON body that its type has not.</summary>
internal static class UnmappedMembers
{
    // JsonUnmappedMemberHandling.Disallow
    private const int Disallow = 1;

    /// <summary>What the attribute of a type says: whether they are refused; null where there is none. It is not inherited.</summary>
    public static bool? Of(INamedTypeSymbol type) =>
        type.Attribute("System.Text.Json.Serialization", "JsonUnmappedMemberHandlingAttribute") is { ConstructorArguments: [{ Value: int handling }] }
            ? handling == Disallow
            : null;
}
