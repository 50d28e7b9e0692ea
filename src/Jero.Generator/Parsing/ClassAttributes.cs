using Jero.Generator.Diagnostics;
using Jero.Generator.Model;
using Jero.Generator.Parsing.Json;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing;

/// <summary>
/// Reads the attributes of a class, because ASP.NET Core reads only those of the method that it is given. Without this, an
/// <c>[Authorize]</c> on the user's class would be lost.
/// </summary>
internal static class ClassAttributes
{
    /// <summary>Returns the inherited attributes of base classes first, so that the nearest wins.</summary>
    public static IEnumerable<AttributeUse> Of(INamedTypeSymbol type, ParseContext context)
    {
        var found = new List<AttributeData>();
        for (var part = type; part is not null; part = part.BaseType)
        {
            var own = part.GetAttributes().Where(IsMetadata).Where(attribute => ReferenceEquals(part, type) || IsInherited(attribute, found));
            found.InsertRange(0, own.ToList());
        }

        return found.Where(attribute => CanRepeat(attribute, type, context)).Select(ConstantParser.Of);
    }

    // The user cannot change the attributes that a base class in a package has, so they are not reported.
    private static bool CanRepeat(AttributeData attribute, INamedTypeSymbol type, ParseContext context)
    {
        if (context.Reachable.CanUse(attribute, isInClass: true))
        {
            return true;
        }

        if (attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) is { } syntax)
        {
            context.Fail(DiagnosticDescriptors.UnreachableAttribute, syntax.GetLocation(), attribute.AttributeClass!.Message(), type.Message());
        }

        return false;
    }

    // As Attribute.GetCustomAttributes does: inherited unless its usage forbids it, and once unless its usage allows more.
    private static bool IsInherited(AttributeData attribute, List<AttributeData> found)
    {
        var (isInherited, isRepeated) = UsageOf(attribute.AttributeClass);
        return isInherited
            && (isRepeated || !found.Any(other => SymbolEqualityComparer.Default.Equals(other.AttributeClass, attribute.AttributeClass)));
    }

    private static (bool IsInherited, bool IsRepeated) UsageOf(INamedTypeSymbol? attribute)
    {
        for (; attribute is not null; attribute = attribute.BaseType)
        {
            if (attribute.Attribute(KnownTypes.AttributeUsageAttribute) is { } usage)
            {
                return (usage.NamedBool("Inherited") ?? true, usage.NamedBool("AllowMultiple") ?? false);
            }
        }

        return (true, false);
    }

    private static bool IsMetadata(AttributeData attribute) =>
        attribute.AttributeClass is { } type && attribute.AttributeConstructor is not null
        && attribute.ConstructorArguments.All(static argument => argument.Kind != TypedConstantKind.Error)
        && type.ContainingNamespace?.ToDisplayString() is not (
            "Jero" or "System.Runtime.CompilerServices" or "System.Runtime.InteropServices" or "System.CodeDom.Compiler"
            or "System.Diagnostics" or "System.Diagnostics.CodeAnalysis");
}
