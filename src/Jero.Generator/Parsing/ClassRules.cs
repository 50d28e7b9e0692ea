using Jero.Generator.Diagnostics;
using Jero.Generator.Parsing.Json;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Jero.Generator.Parsing;

/// <summary>Checks whether generated code can be the other half of a type and can construct it.</summary>
internal static class ClassRules
{
    public static bool Check(INamedTypeSymbol type, TypeDeclarationSyntax syntax, Location location, ParseContext context)
    {
        if (FindFault(type) is var (fault, fix))
        {
            context.Fail(DiagnosticDescriptors.UnsupportedClass, location, type.Message(), fault, fix);
            return false;
        }

        foreach (var declaration in syntax.AncestorsAndSelf().OfType<TypeDeclarationSyntax>())
        {
            if (!declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
            {
                context.Fail(DiagnosticDescriptors.ClassNotPartial, location, type.Message(), declaration.Identifier.Text);
                return false;
            }
        }

        if (FindVar(type, context.Compilation) is { } hidden)
        {
            context.Fail(DiagnosticDescriptors.TypeCalledVar, hidden.SourceLocation() ?? location, type.Message(), hidden.FullName());
            return false;
        }

        return true;
    }

    // https://learn.microsoft.com/dotnet/csharp/language-reference/language-specification/statements#13622-implicitly-typed-local-variable-declarations
    private static INamedTypeSymbol? FindVar(INamedTypeSymbol type, Compilation compilation)
    {
        for (var part = type; part is not null; part = part.ContainingType)
        {
            for (var declaring = part; declaring is not null; declaring = declaring.BaseType)
            {
                if (declaring.GetTypeMembers("var") is [var nested, ..])
                {
                    return nested;
                }
            }
        }

        for (var part = type.ContainingNamespace; part is { IsGlobalNamespace: false }; part = part.ContainingNamespace)
        {
            if (part.GetTypeMembers("var") is [var found, ..])
            {
                return found;
            }
        }

        return compilation.GlobalNamespace.GetTypeMembers("var").FirstOrDefault();
    }

    /// <summary>Finds a member that nobody would set, because generated code only calls the constructor; null if there is none.</summary>
    public static ISymbol? FindRequiredMember(INamedTypeSymbol type, IMethodSymbol constructor)
    {
        if (constructor.Attribute(KnownTypes.SetsRequiredMembersAttribute) is not null)
        {
            return null;
        }

        for (var part = type; part is not null; part = part.BaseType)
        {
            if (part.GetMembers().FirstOrDefault(static member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    public static IEnumerable<INamedTypeSymbol> SelfAndContaining(INamedTypeSymbol type)
    {
        for (var part = type; part is not null; part = part.ContainingType)
        {
            yield return part;
        }
    }

    private static (string Fault, string Fix)? FindFault(INamedTypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Struct } => ("a struct", "make it a class"),
        { TypeKind: TypeKind.Interface } => ("an interface", "annotate the class that implements it"),
        { IsStatic: true } => ("static", "remove 'static'"),
        { IsAbstract: true } => ("abstract", "remove 'abstract', or annotate the class that derives from it"),
        _ when SelfAndContaining(type).Any(static part => part.IsFileLocal) => ("local to its file", "remove 'file'"),
        _ when SelfAndContaining(type).Any(static part => part.Arity > 0) => ("generic", "annotate a class without type parameters"),
        _ when SelfAndContaining(type).Any(static part => part.DeclaredAccessibility
            is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
            => ("not accessible to the rest of the assembly", "make it internal or public"),
        _ when SelfAndContaining(type).Any(Reachable.IsForbidden) => ("obsolete as an error", "remove 'true' from [Obsolete]"),
        _ => null,
    };
}
