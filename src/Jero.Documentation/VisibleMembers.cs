using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Jero.Documentation;

/// <summary>The ids that documentation has for what is visible outside a library: public, and protected in a class that is.</summary>
internal static class VisibleMembers
{
    /// <param name="library">The path of the library. What it refers to is not needed: ids are made of names, which it has itself.</param>
    public static HashSet<string> Of(string library)
    {
        var reference = MetadataReference.CreateFromFile(library);
        var compilation = CSharpCompilation.Create("documentation", references: [reference]);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        Add(((IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(reference)!).GlobalNamespace, ids);
        return ids;
    }

    private static void Add(INamespaceOrTypeSymbol symbol, HashSet<string> ids)
    {
        foreach (var member in symbol.GetMembers())
        {
            if (member is not INamespaceSymbol && !IsVisible(member)) continue;
            if (member.GetDocumentationCommentId() is { } id) ids.Add(id);
            if (member is INamespaceOrTypeSymbol inner) Add(inner, ids);
        }
    }

    private static bool IsVisible(ISymbol member) =>
        member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;
}
