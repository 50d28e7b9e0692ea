using Jero.Generator.Model;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Json;

/// <summary>Decides whether reading replaces the value of a member or adds to it, by System.Text.Json's rules.</summary>
/// <remarks>https://learn.microsoft.com/dotnet/standard/serialization/system-text-json/populate-properties</remarks>
internal static class CreationHandling
{
    // JsonObjectCreationHandling.Populate
    private const int Populate = 1;

    /// <summary>What the attribute of a member or type says: whether to add; null if there is none.</summary>
    public static bool? Of(ISymbol symbol) =>
        symbol.Attribute(KnownTypes.JsonObjectCreationHandlingAttribute) is { ConstructorArguments: [{ Value: int handling }] }
            ? handling == Populate
            : null;

    /// <summary>
    /// Returns whether reading adds to a member: as the member says, else its type, else the options. A constructor with parameters rules
    /// it out.
    /// </summary>
    public static bool IsPopulated(ISymbol member, INamedTypeSymbol type, JsonConstructor constructor, JsonOptions options) =>
        Of(member) ?? Of(type) ?? (options.Populates && constructor.Parameters.Count == 0);

    /// <summary>Whether what a member holds can be added to.</summary>
    public static bool CanPopulate(ISymbol member, INamedTypeSymbol type, JsonShape shape, bool hasSetter)
    {
        var memberType = JsonMembers.TypeOf(member);
        return (hasSetter || !memberType.IsValueType)
            && !JsonPolymorphismParser.HasTags(Of(member) is null ? type : memberType.Underlying())
            && CanPopulate(shape, memberType.Underlying());
    }

    private static bool CanPopulate(JsonShape shape, ITypeSymbol type) => shape switch
    {
        JsonNullable nullable => CanPopulate(nullable.Value, type),
        JsonReference => type.TypeKind != TypeKind.Enum,
        JsonCollection { Kind: var kind } => kind is not (CollectionKind.Array or CollectionKind.Immutable or CollectionKind.Memory or CollectionKind.ReadOnlyMemory or CollectionKind.Enumerable),
        JsonDictionary { Kind: var kind } => kind is DictionaryKind.Dictionary or DictionaryKind.IDictionary,
        _ => false,
    };
}
