using Jero.Generator.Model;
using Jero.Generator.Parsing.Json;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Validation;

/// <summary>Finds the rules of DataAnnotations that a handler's arguments are checked against.</summary>
/// <remarks>https://learn.microsoft.com/aspnet/core/fundamentals/minimal-apis/parameter-binding#validation</remarks>
internal sealed class ValidationParser(Reachable reachable, CancellationToken cancellationToken)
{
    // A collection type may contain itself.
    private const int DeepestCollection = 32;

    private readonly Dictionary<TypeName, ValidatedType> _types = [];

    /// <summary>Returns every type with rules that an argument reaches, in ordinal order.</summary>
    public EquatableArray<ValidatedType> Types => _types.Values.OrderBy(static type => type.TypeName.SortKey, StringComparer.Ordinal).ToEquatableArray();

    /// <summary>The rules of a parameter; null if there are none, neither of its own nor of its type.</summary>
    public ValidatedParameter? Parse(IParameterSymbol parameter, string local, string wireName)
    {
        var rules = RuleParser.Of(parameter.GetAttributes(), () => RuleParser.Parameter(parameter), reachable);
        return rules.Count > 0 | Add(parameter.Type)
            ? new ValidatedParameter(local, new ValidatedMember(wireName, parameter.Type.ToBareName(), RuleParser.DisplayName(parameter, wireName), rules))
            : null;
    }

    /// <summary>The rules of each item of a sequence; null if its type has none.</summary>
    public ValidatedMember? ParseItem(ITypeSymbol item, string name) =>
        Add(item) ? new ValidatedMember(name, item.ToBareName(), name, []) : null;

    // A type counts if it has a rule or reaches a type that has one.
    private bool Add(ITypeSymbol type)
    {
        var reached = new Dictionary<TypeName, INamedTypeSymbol>();
        Reach(type, reached);
        if (!reached.Values.Any(HasRules))
        {
            return false;
        }

        foreach (var pair in reached.Where(pair => !_types.ContainsKey(pair.Key)))
        {
            _types.Add(pair.Key, Parse(pair.Value, reached));
        }

        return true;
    }

    private void Reach(ITypeSymbol type, Dictionary<TypeName, INamedTypeSymbol> reached)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Contained(type) is not { } contained || !IsOfUser(contained) || TypeGrowth.IsFound(contained) || Reachable.IsUnfinished(contained)
            || reachable.ReasonAgainst(contained) is not null || reached.ContainsKey(contained.ToBareName()))
        {
            return;
        }

        reached.Add(contained.ToBareName(), contained);
        foreach (var property in PropertiesOf(contained))
        {
            Reach(property.Type, reached);
        }

        if (contained.BaseType is { } ancestor)
        {
            Reach(ancestor, reached);
        }

        foreach (var variant in contained.GetAttributes().Where(static attribute => attribute.AttributeClass.Is(KnownTypes.JsonDerivedTypeAttribute)))
        {
            if (variant.ConstructorArguments is [{ Value: ITypeSymbol derived }, ..])
            {
                Reach(derived, reached);
            }
        }
    }

    private ValidatedType Parse(INamedTypeSymbol type, Dictionary<TypeName, INamedTypeSymbol> reached)
    {
        var outer = reachable.Open();
        _ = reachable.ReasonAgainst(type);
        var parsed = ParseRules(type, reached);
        return parsed with { Suppressed = reachable.Close(outer) };
    }

    private ValidatedType ParseRules(INamedTypeSymbol type, Dictionary<TypeName, INamedTypeSymbol> reached) => new()
    {
        Suppressed = [],
        TypeName = type.ToBareName(),
        Members = PropertiesOf(type)
            .Select(property => new ValidatedMember(
                property.Name,
                property.Type.ToBareName(),
                RuleParser.DisplayName(property, property.Name),
                RuleParser.Of(property, type, reachable)))
            .Zip(PropertiesOf(type), static (member, property) => (Member: member, Property: property))
            .Where(pair => reachable.ReasonAgainst(pair.Property.Type) is null)
            .Where(pair => pair.Member.Rules.Count > 0
                || (Contained(pair.Property.Type) is { } contained && reached.ContainsKey(contained.ToBareName())))
            .Select(static pair => pair.Member)
            .ToEquatableArray(),
        Rules = RuleParser.Of(type.GetAttributes(), () => new RuleDeclaration(RuleDeclarationKind.Type, type.ToBareName()), reachable),
    };

    private bool HasRules(INamedTypeSymbol type) =>
        RuleParser.Any(type.GetAttributes())
        || type.AllInterfaces.Any(static part => part.Is(KnownTypes.IValidatableObject))
        || PropertiesOf(type).Any(property => RuleParser.Of(property, type, reachable).Count > 0);

    private static IEnumerable<IPropertySymbol> PropertiesOf(INamedTypeSymbol type) => type.GetMembers().OfType<IPropertySymbol>()
        .Where(static property => property is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, GetMethod.DeclaredAccessibility: Accessibility.Public }
            && property.Attribute(KnownTypes.SkipValidationAttribute) is null
            && !property.GetAttributes().Any(static attribute => attribute.AttributeClass?.AllInterfaces.Any(
                static part => part.Is(KnownTypes.IFromServiceMetadata)) == true));

    // The type of one value: the item of a list, or the value of a nullable type.
    private static INamedTypeSymbol? Contained(ITypeSymbol type, int depth = 0) =>
        depth > DeepestCollection ? null
        : type is IArrayTypeSymbol array ? Contained(array.ElementType, depth + 1)
        : type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T ? Contained(((INamedTypeSymbol)type).TypeArguments[0], depth + 1)
        : type.SpecialType != SpecialType.System_String && CollectionTypes.Find(type) is { } collection && DictionaryTypes.Find(type) is null ? Contained(collection.Item, depth + 1)
        : type as INamedTypeSymbol;

    private static bool IsOfUser(INamedTypeSymbol type) =>
        type.TypeKind is TypeKind.Class or TypeKind.Struct or TypeKind.Interface
        && type.ContainingNamespace?.ToDisplayString() is { } containing
        && containing != "System" && !containing.StartsWith("System.", StringComparison.Ordinal) && !containing.StartsWith("Microsoft.", StringComparison.Ordinal);
}
