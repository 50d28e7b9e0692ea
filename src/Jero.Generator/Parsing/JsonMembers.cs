using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing;

/// <summary>The properties that System.Text.Json serializes, in its order.</summary>
internal static class JsonMembers
{
    private const string Json = "System.Text.Json.Serialization";

    /// <summary>The most derived class's own first, then its base's; hidden and overridden ones once; then by <c>[JsonPropertyOrder]</c>.</summary>
    public static IEnumerable<IPropertySymbol> Of(INamedTypeSymbol type)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var found = new List<IPropertySymbol>();
        for (var part = type; part is not null && part.SpecialType != SpecialType.System_Object; part = part.BaseType)
        {
            foreach (var property in part.GetMembers().OfType<IPropertySymbol>().Where(IsReadable))
            {
                if (seen.Add(property.Name))
                {
                    found.Add(property);
                }
            }
        }

        return found.Where(static property => !IsIgnored(property)).OrderBy(OrderOf);
    }

    private static bool IsReadable(IPropertySymbol property) =>
        property is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, GetMethod.DeclaredAccessibility: Accessibility.Public };

    private static bool IsIgnored(IPropertySymbol property) =>
        property.Attribute(Json, "JsonIgnoreAttribute") is { } ignore
        && ignore.NamedArguments.All(static argument => argument.Key != "Condition" || argument.Value.Value is 1);

    private static int OrderOf(IPropertySymbol property) =>
        property.Attribute(Json, "JsonPropertyOrderAttribute") is { ConstructorArguments: [{ Value: int order }] } ? order : 0;
}
