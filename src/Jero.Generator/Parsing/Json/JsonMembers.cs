using Jero.Generator.Model;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Json;

/// <summary>The properties and fields that System.Text.Json serializes, in its order.</summary>
internal static class JsonMembers
{
    // JsonIgnoreCondition.Always
    private const int Always = 1;

    /// <summary>Returns the members that are written or read, in order.</summary>
    public static IEnumerable<ISymbol> Of(INamedTypeSymbol type, JsonOptions options) => All(type, options).Where(static member => !IsIgnored(member));

    /// <summary>
    /// Returns the members of the most derived class first, then those of its base. Within a class properties come before fields, and
    /// <c>[JsonPropertyOrder]</c> decides last. Of members that hide or override each other under one JSON name, there is one. An ignored
    /// member keeps its place for the one that it hides, and the one that it overrides is also ignored. Names that differ only in case are
    /// the same name, as they are when reading.
    /// </summary>
    public static IReadOnlyList<ISymbol> All(INamedTypeSymbol type, JsonOptions options)
    {
        var places = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var ignored = new Dictionary<string, ISymbol>(StringComparer.Ordinal);
        var found = new List<ISymbol>();
        foreach (var part in Hierarchy(type))
        {
            var members = part.GetMembers();
            foreach (var member in members.Where(IsProperty).Concat(members.Where(member => IsField(member, options.IncludeFields))))
            {
                var name = NameOf(member, options);
                if (ignored.TryGetValue(member.Name, out var other) && IsVirtual(member) && IsVirtual(other)
                    && SymbolEqualityComparer.Default.Equals(TypeOf(member), TypeOf(other)))
                {
                    continue;
                }

                if (!places.TryGetValue(name, out var place))
                {
                    places.Add(name, found.Count);
                    found.Add(member);
                }
                else if (IsIgnored(found[place]))
                {
                    found[place] = member;
                }
                else if (!IsIgnored(member) && (found[place].Name != member.Name ? !ignored.ContainsKey(member.Name) || type.TypeKind == TypeKind.Interface : AreStrangers(found[place], member)))
                {
                    // Two names that clash, or two members of one name from unrelated interfaces: the second is kept, so that the clash is
                    // reported.
                    found.Add(member);
                }

                if (IsIgnored(member))
                {
                    ignored[member.Name] = member;
                }
            }
        }

        return [.. found.OrderBy(OrderOf)];
    }

    /// <summary>The properties and fields that a parameter may belong to by its name, left out or not; the most derived first.</summary>
    public static ILookup<string, ISymbol> ByName(INamedTypeSymbol type) => Hierarchy(type)
        .SelectMany(static part => part.GetMembers())
        .Where(static member => IsProperty(member) || IsField(member, includeFields: true))
        .ToLookup(static member => member.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The name of <c>[JsonPropertyName]</c>; null if there is none.</summary>
    public static string? OwnNameOf(ISymbol member) => member.Attribute(KnownTypes.JsonPropertyNameAttribute) is { ConstructorArguments: [{ Value: string name }] } ? name : null;

    /// <summary>The name on the wire.</summary>
    public static string NameOf(ISymbol member, JsonOptions options) => OwnNameOf(member) ?? options.PropertyNamingPolicy.Apply(member.Name);

    /// <summary>The type of a property or field.</summary>
    public static ITypeSymbol TypeOf(ISymbol member) => member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;

    /// <summary>
    /// Returns whether a class between the declaring one and this one has another member of the name, which the name alone would mean.
    /// </summary>
    public static bool IsShadowed(ISymbol member, INamedTypeSymbol type) => NearerNamesakes(member, type).Any(static other => !other.IsOverride);

    /// <summary>
    /// Returns a name that no other member of the type has. An overridden member and the one that overrides it are two if their JSON names
    /// differ.
    /// </summary>
    public static string SupportNameOf(ISymbol member, INamedTypeSymbol type) =>
        NearerNamesakes(member, type).Any() ? $"{member.Name}Of{JsonNames.Definition(member.ContainingType)}" : member.Name;

    private static IEnumerable<ISymbol> NearerNamesakes(ISymbol member, INamedTypeSymbol type)
    {
        var parts = type.TypeKind == TypeKind.Interface
            ? InterfaceOrder.Of(type).Where(part => !SymbolEqualityComparer.Default.Equals(part, member.ContainingType))
            : Hierarchy(type).TakeWhile(part => !SymbolEqualityComparer.Default.Equals(part, member.ContainingType));
        return parts.SelectMany(part => part.GetMembers(member.Name));
    }

    /// <summary>
    /// Finds a member with <c>[JsonInclude]</c> that has no name in C#: an explicit implementation, or the field behind a property; null if
    /// there is none.
    /// </summary>
    public static string? FindUnnamed(INamedTypeSymbol type) => Hierarchy(type)
        .SelectMany(static part => part.GetMembers())
        .FirstOrDefault(static member => member is IPropertySymbol { ExplicitInterfaceImplementations.IsEmpty: false } or IFieldSymbol { AssociatedSymbol: IPropertySymbol }
            && IsIncluded(member))
        ?.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);

    /// <summary>Whether a member that is not public is serialized all the same.</summary>
    public static bool IsIncluded(ISymbol member) => member.Attribute(KnownTypes.JsonIncludeAttribute) is not null;

    /// <summary>Returns whether System.Text.Json reads its value. An override without a getter has none, whatever its base has.</summary>
    public static bool HasGetter(ISymbol member) =>
        member is not IPropertySymbol property || (property.GetMethod is { } getter && (getter.DeclaredAccessibility == Accessibility.Public || IsIncluded(member)));

    /// <summary>The condition of <c>[JsonIgnore]</c>; null if there is none.</summary>
    public static int? IgnoreConditionOf(ISymbol member)
    {
        if (member.Attribute(KnownTypes.JsonIgnoreAttribute) is not { } ignore)
        {
            return null;
        }

        return ignore.NamedArguments.FirstOrDefault(static argument => argument.Key == "Condition").Value.Value as int? ?? Always;
    }

    /// <summary>
    /// Returns whether C# or <c>[JsonRequired]</c> requires it. C# does not if the constructor that reading uses sets it.
    /// </summary>
    public static bool IsRequired(ISymbol member, INamedTypeSymbol type) =>
        member.Attribute(KnownTypes.JsonRequiredAttribute) is not null
        || (member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true } && !JsonConstructorParser.SetsRequiredMembers(type));

    /// <summary>Whether it takes what JSON has beyond the other members.</summary>
    public static bool IsExtensionData(ISymbol member) => member.Attribute(KnownTypes.JsonExtensionDataAttribute) is not null;

    /// <summary>Whether it is neither written nor read.</summary>
    public static bool IsIgnored(ISymbol member) => IgnoreConditionOf(member) == Always;

    // Two interfaces of which neither inherits the other.
    private static bool AreStrangers(ISymbol one, ISymbol other) =>
        one.ContainingType.TypeKind == TypeKind.Interface && !one.ContainingType.AllInterfaces.Contains(other.ContainingType, SymbolEqualityComparer.Default);

    private static bool IsVirtual(ISymbol member) => member.IsVirtual || member.IsAbstract || member.IsOverride;

    private static IEnumerable<INamedTypeSymbol> Hierarchy(INamedTypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Interface)
        {
            return InterfaceOrder.Of(type);
        }

        var parts = new List<INamedTypeSymbol>();
        for (var part = type; part is not null && part.SpecialType is not (SpecialType.System_Object or SpecialType.System_ValueType); part = part.BaseType)
        {
            parts.Add(part);
        }

        return parts;
    }

    private static bool IsProperty(ISymbol member) =>
        member is IPropertySymbol { IsStatic: false, IsIndexer: false } property
        && property.ExplicitInterfaceImplementations.IsEmpty
        && (property.GetMethod?.DeclaredAccessibility == Accessibility.Public || property.SetMethod?.DeclaredAccessibility == Accessibility.Public || IsIncluded(member));

    private static bool IsField(ISymbol member, bool includeFields) =>
        member is IFieldSymbol { IsStatic: false, IsConst: false, IsImplicitlyDeclared: false }
        && ((includeFields && member.DeclaredAccessibility == Accessibility.Public) || IsIncluded(member));

    private static int OrderOf(ISymbol member) =>
        member.Attribute(KnownTypes.JsonPropertyOrderAttribute) is { ConstructorArguments: [{ Value: int order }] } ? order : 0;
}
