using Jero.Generator.Model;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Json;

/// <summary>Finds the types that System.Text.Json writes as an array.</summary>
internal static class CollectionTypes
{
    private const string Immutable = "System.Collections.Immutable";

    /// <summary>Returns what kind of collection the type is, and of what; null if it is not a collection.</summary>
    public static (CollectionKind Kind, ITypeSymbol Item, CollectionCreator? Creator)? Find(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
        {
            return array.IsSZArray ? (CollectionKind.Array, array.ElementType, null) : null;
        }

        if (type is INamedTypeSymbol { TypeArguments: [var element] } && (type.Is(KnownTypes.Memory) || type.Is(KnownTypes.ReadOnlyMemory)))
        {
            return (type.Name == "Memory" ? CollectionKind.Memory : CollectionKind.ReadOnlyMemory, element, null);
        }

        if (type is not INamedTypeSymbol { IsRefLikeType: false } named || ImplementationOf(named, KnownTypes.IEnumerable) is not { } sequence)
        {
            return null;
        }

        var item = sequence.TypeArguments[0];
        if (ImmutableFactory(named) is { } factory)
        {
            return (CollectionKind.Immutable, item, new CollectionCreator(Type: null, [], factory, new[] { item.ToName() }.ToEquatableArray()));
        }

        return (KindOf(named), item, CreatorOf(named));
    }

    /// <summary>Returns whether System.Text.Json can read one: it adds to an empty one, or uses a list or a set for an interface.</summary>
    public static bool IsReadable(ITypeSymbol type, CollectionKind kind, ITypeSymbol item, CollectionCreator? creator, KnownSymbols symbols) => kind switch
    {
        CollectionKind.Array or CollectionKind.Immutable or CollectionKind.Memory or CollectionKind.ReadOnlyMemory => true,
        _ when creator is null && IsInterfaceOfList(type) => true,
        CollectionKind.Enumerable => Takes(type, symbols, KnownTypes.List, item) || Takes(type, symbols, KnownTypes.HashSet, item),
        _ => creator is not null || Takes(type, symbols, KnownTypes.List, item) || Takes(type, symbols, KnownTypes.HashSet, item),
    };

    // Decided by name, which is cheaper than asking the compiler about conversions.
    private static bool IsInterfaceOfList(ITypeSymbol type) => type.OriginalDefinition.SpecialType is
        SpecialType.System_Collections_Generic_IEnumerable_T or SpecialType.System_Collections_Generic_ICollection_T or SpecialType.System_Collections_Generic_IList_T
        or SpecialType.System_Collections_Generic_IReadOnlyCollection_T or SpecialType.System_Collections_Generic_IReadOnlyList_T;

    /// <summary>Whether a value of the generic class can be assigned to the type.</summary>
    public static bool Takes(ITypeSymbol type, KnownSymbols symbols, KnownType known, params ITypeSymbol[] arguments) =>
        symbols.Find(known)?.Construct(arguments) is { } made && symbols.Compilation.ClassifyCommonConversion(made, type) is { IsImplicit: true, IsUserDefined: false };

    /// <summary>The interface or base class of that name, the type itself included.</summary>
    public static INamedTypeSymbol? ImplementationOf(INamedTypeSymbol type, KnownType known)
    {
        for (var part = type; part is not null; part = part.BaseType)
        {
            if (part.Is(known))
            {
                return part;
            }
        }

        return type.AllInterfaces.FirstOrDefault(part => part.Is(known));
    }

    /// <summary>What makes an empty instance; null for an interface, whose instance System.Text.Json chooses.</summary>
    public static CollectionCreator? CreatorOf(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false }
        && type.InstanceConstructors.Any(static constructor => constructor is { Parameters.Length: 0, DeclaredAccessibility: Accessibility.Public } && !Reachable.IsForbidden(constructor))
            ? new CollectionCreator(type.ToBareName(), RequiredMembers(type), Factory: null, [])
            : null;

    /// <summary>What C# demands behind <c>new</c>: its required members, which have no place in JSON.</summary>
    public static EquatableArray<string> RequiredMembers(INamedTypeSymbol type) =>
        type.InstanceConstructors.FirstOrDefault(static part => part.Parameters.IsEmpty)?.Attribute(KnownTypes.SetsRequiredMembersAttribute) is null
            ? JsonConstructorParser.RequiredMembers(type).ToEquatableArray()
            : [];

    // In the order of System.Text.Json: a type that is several of these counts as the first.
    private static CollectionKind KindOf(INamedTypeSymbol type) =>
        ImplementationOf(type, KnownTypes.List) is not null ? CollectionKind.List
        : ImplementationOf(type, KnownTypes.IList) is not null ? CollectionKind.IList
        : ImplementationOf(type, KnownTypes.ISet) is not null ? CollectionKind.ISet
        : ImplementationOf(type, KnownTypes.ICollection) is not null ? CollectionKind.ICollection
        : ImplementationOf(type, KnownTypes.Stack) is not null ? CollectionKind.Stack
        : ImplementationOf(type, KnownTypes.Queue) is not null ? CollectionKind.Queue
        : ImplementationOf(type, KnownTypes.ConcurrentStack) is not null ? CollectionKind.ConcurrentStack
        : ImplementationOf(type, KnownTypes.ConcurrentQueue) is not null ? CollectionKind.ConcurrentQueue
        : CollectionKind.Enumerable;

    private static string? ImmutableFactory(INamedTypeSymbol type) => type.ContainingNamespace?.ToDisplayString() != Immutable ? null : type.MetadataName switch
    {
        "ImmutableArray`1" => "ImmutableArray",
        "ImmutableList`1" or "IImmutableList`1" => "ImmutableList",
        "ImmutableStack`1" or "IImmutableStack`1" => "ImmutableStack",
        "ImmutableQueue`1" or "IImmutableQueue`1" => "ImmutableQueue",
        "ImmutableHashSet`1" or "IImmutableSet`1" => "ImmutableHashSet",
        "ImmutableSortedSet`1" => "ImmutableSortedSet",
        _ => null,
    };
}
