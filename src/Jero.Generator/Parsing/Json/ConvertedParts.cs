using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Json;

/// <summary>
/// Prepares metadata that a converter may ask for: a wrapper such as <c>Option&lt;T&gt;</c> writes its argument, others write a member.
/// Types without a JSON form are left out, because the converter need not ask for them.
/// </summary>
internal static class ConvertedParts
{
    public static void Add(INamedTypeSymbol type, string path, ParseContext context)
    {
        var members = type.GetMembers()
            .Where(static member => member is { IsStatic: false, DeclaredAccessibility: Accessibility.Public } and (IPropertySymbol { IsIndexer: false } or IFieldSymbol))
            .Select(JsonMembers.TypeOf);
        foreach (var part in type.TypeArguments.Concat(members).Where(static part => !part.IsRefLikeType))
        {
            // A type that contains itself has already been added.
            if (context.Shapes.TryOpen($"converted {part.ToBareName()}"))
            {
                _ = JsonShapeParser.ParseWhole(part, path, context, new ShapeFault());
                context.Shapes.Close($"converted {part.ToBareName()}");
            }
        }
    }
}
