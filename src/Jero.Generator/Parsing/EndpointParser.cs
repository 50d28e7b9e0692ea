using Jero.Generator.Diagnostics;
using Jero.Generator.Model;
using Jero.Generator.Parsing.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Jero.Generator.Parsing;

/// <summary>Reads one class with <c>[Endpoint]</c>.</summary>
internal static class EndpointParser
{
    public static bool IsCandidate(SyntaxNode node, CancellationToken cancellationToken) => node is TypeDeclarationSyntax;

    public static ParseResult Parse(GeneratorAttributeSyntaxContext syntax, CancellationToken cancellationToken)
    {
        var context = new ParseContext(syntax.SemanticModel.Compilation, cancellationToken)
        {
            JsonContext = JsonContextOf(syntax.TargetSymbol) ?? JsonContextOf(syntax.SemanticModel.Compilation.Assembly),
        };
        var declaration = (TypeDeclarationSyntax)syntax.TargetNode;
        var location = declaration.Identifier.GetLocation();
        var endpoint = ParseClass((INamedTypeSymbol)syntax.TargetSymbol, declaration, location, syntax.Attributes[0], context);
        return new ParseResult(context.HasFailed ? null : endpoint, location, context.Diagnostics);
    }

    private static Endpoint? ParseClass(
        INamedTypeSymbol type, TypeDeclarationSyntax syntax, Location location, AttributeData attribute, ParseContext context)
    {
        if (!CheckClass(type, syntax, location, context))
        {
            return null;
        }

        var path = attribute.ConstructorArguments.Length == 1 ? attribute.ConstructorArguments[0].Value as string : null;
        var route = RouteTemplate.Parse(path);
        if (route.Error is { } error)
        {
            var pathLocation = attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken).GetLocation();
            context.Fail(DiagnosticDescriptors.InvalidPath, pathLocation ?? location, path ?? "null", type.Message(), error);
            return null;
        }

        var constructorArguments = ParseConstructor(type, location, context);
        var handlers = HandlerParser.ParseAll(type, route, location, context);
        EventParser.Check(type, context);
        LifecycleParser.Check(type, context);
        context.CancellationToken.ThrowIfCancellationRequested();
        if (context.HasFailed)
        {
            return null;
        }

        return new Endpoint
        {
            Namespace = type.ContainingNamespace.IsGlobalNamespace ? null : type.ContainingNamespace.ToDisplayString(),
            Declarations = Declarations(type).ToEquatableArray(),
            TypeName = type.BareCode(),
            HintName = HintName(type),
            Path = route.Template,
            ConstructorArguments = constructorArguments,
            JsonContext = context.JsonContext,
            Disposal = DisposalOf(type),
            Handlers = handlers,
            ValidatedTypes = context.Validation.Types,
            Definitions = context.Shapes.Definitions,
            Constructed = context.Shapes.Constructed,
        };
    }

    private static bool CheckClass(INamedTypeSymbol type, TypeDeclarationSyntax syntax, Location location, ParseContext context)
    {
        foreach (var declaration in syntax.AncestorsAndSelf().OfType<TypeDeclarationSyntax>())
        {
            if (!declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
            {
                context.Fail(DiagnosticDescriptors.ClassNotPartial, location, type.Message(), declaration.Identifier.Text);
                return false;
            }
        }

        var (fault, fix) = type switch
        {
            { IsStatic: true } => ("static", "take 'static' away"),
            { IsAbstract: true } => ("abstract", "take 'abstract' away, or annotate the class that derives from it"),
            { IsFileLocal: true } => ("local to its file", "take 'file' away"),
            _ when SelfAndContaining(type).Any(static part => part.Arity > 0) => ("generic", "annotate a class without type parameters"),
            _ when SelfAndContaining(type).Any(static part => part.DeclaredAccessibility
                is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
                => ("not accessible to the rest of the assembly", "make it internal or public"),
            _ => default,
        };

        if (fault is null)
        {
            return true;
        }

        context.Fail(DiagnosticDescriptors.UnsupportedClass, location, type.Message(), fault, fix!);
        return false;
    }

    private static EquatableArray<string> ParseConstructor(INamedTypeSymbol type, Location location, ParseContext context)
    {
        var callable = type.InstanceConstructors
            .Where(static constructor => constructor.DeclaredAccessibility
                is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal)
            .Where(constructor => !IsRecordCopyConstructor(constructor, type))
            .ToList();
        if (callable.Count != 1)
        {
            context.Fail(
                DiagnosticDescriptors.UnsupportedConstructor, location, type.Message(), callable.Count == 0 ? "none" : "several");
            return [];
        }

        return callable[0].Parameters.Select(BindingParser.ServiceArgument).ToEquatableArray();
    }

    private static bool IsRecordCopyConstructor(IMethodSymbol constructor, INamedTypeSymbol type) =>
        constructor.IsImplicitlyDeclared && constructor.Parameters.Length == 1
        && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, type);

    private static string? JsonContextOf(ISymbol symbol) =>
        symbol.Attribute("Jero", "JeroJsonContextAttribute") is { ConstructorArguments: [{ Value: ITypeSymbol type }] } ? type.BareCode() : null;

    private static Disposal DisposalOf(INamedTypeSymbol type) =>
        type.AllInterfaces.Any(static part => part.Is("System", "IAsyncDisposable")) ? Disposal.Asynchronous
        : type.AllInterfaces.Any(static part => part.Is("System", "IDisposable")) ? Disposal.Synchronous
        : Disposal.None;

    private static IEnumerable<INamedTypeSymbol> SelfAndContaining(INamedTypeSymbol type)
    {
        for (var part = type; part is not null; part = part.ContainingType)
        {
            yield return part;
        }
    }

    private static IEnumerable<string> Declarations(INamedTypeSymbol type) => SelfAndContaining(type).Reverse().Select(static part =>
        $"partial {(part.IsRecord ? part.IsValueType ? "record struct" : "record" : part.TypeKind switch
        {
            TypeKind.Struct => "struct",
            TypeKind.Interface => "interface",
            _ => "class",
        })} {SymbolNames.Escaped(part.Name)}");

    private static string HintName(INamedTypeSymbol type) => type.FullName() + ".g.cs";
}
