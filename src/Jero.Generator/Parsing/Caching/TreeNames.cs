using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Jero.Generator.Parsing.Caching;

/// <summary>
/// Has the names that a file declares for other files, and those that it uses. A file can only depend on a declaration whose name it
/// uses, or on one that a file in between uses, because the compiler looks everything up by name.
/// </summary>
internal sealed class TreeNames
{
    private const string AttributeSuffix = "Attribute";

    private static readonly ConditionalWeakTable<SyntaxTree, TreeNames> Known = new();

    // The compiler looks for extension methods of these names where no file has the name.
    // https://learn.microsoft.com/dotnet/csharp/language-reference/language-specification/statements#1395-the-foreach-statement
    private static readonly HashSet<string> Implied = new(StringComparer.Ordinal)
    {
        "GetAwaiter", "GetEnumerator", "GetAsyncEnumerator", "GetPinnableReference", "Deconstruct", "Add", "Cast", "GroupBy", "GroupJoin", "Join",
        "OrderBy", "OrderByDescending", "Select", "SelectMany", "ThenBy", "ThenByDescending", "Where",
    };

    private readonly HashSet<string> _declared = new(StringComparer.Ordinal);
    private readonly HashSet<string> _namespaces = new(StringComparer.Ordinal);
    private readonly Lazy<HashSet<string>> _used;

    private TreeNames(SyntaxTree tree, SyntaxNode root)
    {
        // Only asked of files that a class may depend on. It lets go of the file then.
        _used = new Lazy<HashSet<string>>(() => UsedIn(tree.GetRoot()));
        foreach (var node in root.DescendantNodesAndSelf(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
        {
            Declare(node);
        }
    }

    /// <summary>The types and extension members that the file declares, and an attribute also by its short name.</summary>
    public IReadOnlyCollection<string> Declared => _declared;

    /// <summary>
    /// Whether every file may depend on the file: by a global using, an attribute of the assembly, or a name that the compiler or the
    /// generator looks for though no file has it.
    /// </summary>
    public bool ConcernsAll { get; private set; }

    public static TreeNames Of(SyntaxTree tree, CancellationToken cancellationToken) =>
        Known.GetValue(tree, key => new TreeNames(key, key.GetRoot(cancellationToken)));

    public bool Uses(string name) => _used.Value.Contains(name);

    /// <summary>The names that the file uses.</summary>
    public IReadOnlyCollection<string> Used => _used.Value;

    /// <summary>The full names of the namespaces that the file declares, and of those around them.</summary>
    public IReadOnlyCollection<string> Namespaces => _namespaces;

    private static HashSet<string> UsedIn(SyntaxNode root) => new(
        root.DescendantTokens(descendIntoTrivia: true).Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText),
        StringComparer.Ordinal);

    private void Declare(SyntaxNode node)
    {
        switch (node)
        {
            case CompilationUnitSyntax unit:
                ConcernsAll |= unit.AttributeLists.Count > 0 || unit.Usings.Any(static directive => directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword));
                break;
            case BaseNamespaceDeclarationSyntax space:
                DeclareNamespace(FullName(space));
                break;
            case BaseTypeDeclarationSyntax type:
                DeclareType(type.Identifier.ValueText);
                break;
            case DelegateDeclarationSyntax type:
                DeclareType(type.Identifier.ValueText);
                break;
            case GlobalStatementSyntax:
                _declared.Add("Program");
                break;
            case MethodDeclarationSyntax method when IsInExtension(method) || method.ParameterList.Parameters.Any(static parameter => parameter.Modifiers.Any(SyntaxKind.ThisKeyword)):
                _declared.Add(method.Identifier.ValueText);
                ConcernsAll |= Implied.Contains(method.Identifier.ValueText);
                break;
            case PropertyDeclarationSyntax property when IsInExtension(property):
                _declared.Add(property.Identifier.ValueText);
                break;
            case MemberDeclarationSyntax member when IsInExtension(member):
                // An operator has no name.
                ConcernsAll = true;
                break;
            default:
                break;
        }
    }

    private void DeclareNamespace(string name)
    {
        ConcernsAll |= name.Split('.')[0] is "System" or "Microsoft" or "Jero";
        for (var end = name.Length; end > 0; end = name.LastIndexOf('.', end - 1))
        {
            _namespaces.Add(name.Substring(0, end));
        }
    }

    private void DeclareType(string name)
    {
        _declared.Add(name);
        if (name.EndsWith(AttributeSuffix, StringComparison.Ordinal))
        {
            _declared.Add(name.Substring(0, name.Length - AttributeSuffix.Length));
        }

        ConcernsAll |= name == "var" || name.StartsWith("Jero", StringComparison.Ordinal);
    }

    private static bool IsInExtension(MemberDeclarationSyntax member) => member.Parent is ExtensionBlockDeclarationSyntax;

    private static string FullName(BaseNamespaceDeclarationSyntax space) => string.Join(".", space.AncestorsAndSelf()
        .OfType<BaseNamespaceDeclarationSyntax>()
        .Reverse()
        .Select(static part => string.Concat(part.Name.DescendantTokens().Select(static token => token.ValueText))));
}
