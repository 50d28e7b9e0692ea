using System.Runtime.CompilerServices;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Json;

/// <summary>
/// Finds members of a package that the compiler hides: internal or private members that System.Text.Json serializes because of their
/// attributes. Leaving them out silently would produce wrong output.
/// </summary>
internal static class HiddenMembers
{
    private static readonly ConditionalWeakTable<Compilation, Compilation> Whole = new();

    /// <summary>Returns which member is hidden, and what to do; null if none is.</summary>
    public static string? Find(INamedTypeSymbol type, Compilation compilation)
    {
        for (var part = type; part is not null && part.SpecialType is SpecialType.None; part = part.BaseType)
        {
            if (!part.Locations.Any(static location => location.IsInMetadata) || JsonTypeRules.IsOfTheFramework(part))
            {
                continue;
            }

            if (FindWhole(part.OriginalDefinition, compilation)?.GetMembers().FirstOrDefault(member => IsHidden(member, part.OriginalDefinition)) is { } hidden)
            {
                var what = hidden is IMethodSymbol ? "a constructor with [JsonConstructor]" : $"'{hidden.Name}', a member with [JsonInclude],";
                return $"its package hides {what} from generated code, so use a type of your own or name a context with [JeroJsonContext]";
            }
        }

        return null;
    }

    private static bool IsHidden(ISymbol member, INamedTypeSymbol visible) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } => IsAnnotated(member, KnownTypes.JsonConstructorAttribute)
            && !visible.InstanceConstructors.Any(static constructor => IsAnnotated(constructor, KnownTypes.JsonConstructorAttribute)),
        IFieldSymbol => IsAnnotated(member, KnownTypes.JsonIncludeAttribute) && visible.GetMembers(member.Name).IsEmpty,
        IPropertySymbol property => IsAnnotated(member, KnownTypes.JsonIncludeAttribute)
            && (visible.GetMembers(member.Name).OfType<IPropertySymbol>().FirstOrDefault() is not { } known
                || (property.SetMethod is not null && known.SetMethod is null)
                || (property.GetMethod is not null && known.GetMethod is null)),
        _ => false,
    };

    private static bool IsAnnotated(ISymbol member, KnownType attribute) => member.Attribute(attribute) is not null;

    private static INamedTypeSymbol? FindWhole(INamedTypeSymbol type, Compilation compilation)
    {
        if (compilation.GetMetadataReference(type.ContainingAssembly) is not { } reference)
        {
            return null;
        }

        var whole = Whole.GetValue(compilation, static part => part.WithOptions(part.Options.WithMetadataImportOptions(MetadataImportOptions.All)));
        return (whole.GetAssemblyOrModuleSymbol(reference) as IAssemblySymbol)?.GetTypeByMetadataName(MetadataName(type));
    }

    private static string MetadataName(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? $"{MetadataName(outer)}+{type.MetadataName}"
        : type.ContainingNamespace.IsGlobalNamespace ? type.MetadataName
        : $"{type.ContainingNamespace.ToDisplayString()}.{type.MetadataName}";
}
