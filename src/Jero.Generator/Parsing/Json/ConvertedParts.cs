using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Json;

/// <summary>
/// Has metadata ready that a converter may ask for: a wrapper such as <c>Option&lt;T&gt;</c> writes its argument, others a member. What has no
/// JSON form is left out, since the converter need not ask.
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
            // Of a type in itself there is something already.
            if (context.Shapes.TryOpen("converted " + part.BareCode()))
            {
                _ = JsonShapeParser.ParseWhole(part, path, context, new ShapeFault());
                context.Shapes.Close("converted " + part.BareCode());
            }
        }
    }
}
