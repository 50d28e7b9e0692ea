using Jero.Generator.Model;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Json;

/// <summary>Decides which names the discriminator of a polymorphic type cannot have.</summary>
internal static class DiscriminatorRules
{
    /// <summary>Returns why the discriminator cannot have the name; null if it can.</summary>
    public static string? Find(INamedTypeSymbol type, IEnumerable<AttributeData> variants, string discriminator, JsonOptions options)
    {
        if (discriminator is "$id" or "$ref" or "$values")
        {
            return "System.Text.Json keeps that name for references";
        }

        foreach (var part in new[] { type }.Concat(variants.Select(static variant => (INamedTypeSymbol)variant.ConstructorArguments[0].Value!)))
        {
            if (JsonMembers.Of(part, options).FirstOrDefault(member => JsonMembers.NameOf(member, options) == discriminator) is { } member)
            {
                return $"the member '{member.Name}' of '{part.Message()}' has that name too";
            }
        }

        return null;
    }
}
