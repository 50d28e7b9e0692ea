using Jero.Generator.Diagnostics;
using Jero.Generator.Model;
using Jero.Generator.Parsing.Json;
using Jero.Generator.Parsing.Requests;
using Jero.Generator.Parsing.Responses;
using Jero.Generator.Parsing.Routes;
using Jero.Generator.Parsing.Symbols;
using Jero.Generator.Parsing.Validation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Jero.Generator.Parsing;

/// <summary>Reads one class with <c>[Endpoint]</c>.</summary>
internal static class EndpointParser
{
    public static bool IsCandidate(SyntaxNode node, CancellationToken cancellationToken) => node is TypeDeclarationSyntax;

    /// <summary>Returns the name of the class, where mistakes in the class as a whole are shown.</summary>
    public static Location LocationOf(GeneratorAttributeSyntaxContext syntax) => ((TypeDeclarationSyntax)syntax.TargetNode).Identifier.GetLocation();

    public static ParseResult Parse(GeneratorAttributeSyntaxContext syntax, CancellationToken cancellationToken)
    {
        var location = LocationOf(syntax);
        var compilation = syntax.SemanticModel.Compilation;
        if (!AssemblyParser.HasLanguage(compilation))
        {
            var version = ((CSharpCompilation)compilation).LanguageVersion.ToDisplayString();
            return new ParseResult(Endpoint: null, location, new[] { DiagnosticInfo.Create(DiagnosticDescriptors.OldLanguage, location, version) }.ToEquatableArray());
        }

        var context = new ParseContext(compilation, syntax.TargetSymbol, AssemblyParser.JsonOptions(compilation), cancellationToken)
        {
            JsonContext = JsonContexts.Of(syntax.TargetSymbol, compilation) ?? JsonContexts.Of(compilation.Assembly, compilation),
        };
        JsonContexts.Check(syntax.TargetSymbol, location, context);
        var declaration = (TypeDeclarationSyntax)syntax.TargetNode;
        var type = (INamedTypeSymbol)syntax.TargetSymbol;
        var attributes = type.GetAttributes().Where(static attribute => attribute.AttributeClass.Is(KnownTypes.EndpointAttribute)).ToList();
        if (attributes.Count > 1)
        {
            return new ParseResult(Endpoint: null, location, DuplicateOf(attributes[attributes.Count - 1], type, declaration, cancellationToken));
        }

        var endpoint = ParseClass(type, declaration, location, attributes[0], context);
        return new ParseResult(context.HasFailed ? null : endpoint, location, context.Diagnostics);
    }

    // This runs for each part of the class. The part that has the surplus attribute reports it.
    private static EquatableArray<DiagnosticInfo> DuplicateOf(
        AttributeData attribute, INamedTypeSymbol type, TypeDeclarationSyntax declaration, CancellationToken cancellationToken) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is { } syntax && declaration.AttributeLists.Any(list => list.Contains(syntax))
            ? new[] { DiagnosticInfo.Create(DiagnosticDescriptors.DuplicateEndpoint, syntax.GetLocation(), type.Message()) }.ToEquatableArray()
            : [];

    private static Endpoint? ParseClass(
        INamedTypeSymbol type, TypeDeclarationSyntax syntax, Location location, AttributeData attribute, ParseContext context)
    {
        if (Reachable.IsUnfinished(type))
        {
            context.Abandon();
            return null;
        }

        if (!ClassRules.Check(type, syntax, location, context))
        {
            return null;
        }

        if (attribute.AttributeConstructor is null || attribute.ConstructorArguments.Any(static argument => argument.Kind == TypedConstantKind.Error))
        {
            context.Abandon();
            return null;
        }

        if (context.Reachable.ReasonAgainst(type, isInClass: true) is { } unnamed)
        {
            context.Fail(DiagnosticDescriptors.UnsupportedClass, location, type.Message(), "one that generated code cannot name", unnamed);
            return null;
        }

        var path = attribute.ConstructorArguments is [{ Value: string text }] ? text : null;
        var (route, invalid) = RouteParser.Parse(path);
        if (invalid is { } error)
        {
            var pathLocation = attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken).GetLocation();
            context.Fail(DiagnosticDescriptors.InvalidPath, pathLocation ?? location, path ?? "null", type.Message(), error);
            return null;
        }

        var constructorArguments = ParseConstructor(type, location, context);
        var validation = new ValidationParser(context.Reachable, context.CancellationToken);
        var handlers = HandlerParser.ParseAll(type, route, location, validation, context);
        var eventNames = EventParser.Parse(type, context);
        LifecycleRules.Check(type, context);
        context.CancellationToken.ThrowIfCancellationRequested();
        if (context.HasFailed)
        {
            return null;
        }

        var reach = new SchemaReach(context.Shapes.Definitions);
        return new Endpoint
        {
            Namespace = TypeNames.NamespaceOf(type.ContainingNamespace),
            Declarations = Declarations(type).ToEquatableArray(),
            TypeName = type.ToBareName(),
            HintName = HintName(type),
            Route = route,
            MapsManually = attribute.NamedBool("MapManually") == true,
            ConstructorArguments = constructorArguments,
            JsonContext = context.JsonContext,
            JsonContextMember = context.JsonContext is null ? null : FreeTypeName(type, "JeroContext", context.Compilation),
            Disposal = DisposalOf(type),
            EventNames = eventNames,
            Handlers = handlers.Select(handler => handler with { Schemas = reach.SchemasOf(handler) }).ToEquatableArray(),
            ValidatedTypes = validation.Types,
            Definitions = reach.WithUsage(handlers),
            Constructed = context.Shapes.Constructed,
            HasUnknown = context.Shapes.HasUnknown,
            Suppressed = context.Reachable.Ids.Concat(WarningsOfNames(type)).ToEquatableArray(),
            SuppressedOfAssembly = context.Reachable.AllIds,
        };
    }

    private static EquatableArray<ValueSource> ParseConstructor(INamedTypeSymbol type, Location location, ParseContext context)
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

        if (callable[0].Parameters.FirstOrDefault(static parameter =>
            parameter.RefKind != RefKind.None || parameter.Type.IsRefLikeType || parameter.Type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer)
            is { } unfit)
        {
            context.Fail(DiagnosticDescriptors.UnsupportedConstructor, location, type.Message(), $"one whose parameter '{unfit.Name}' cannot be a service");
            return [];
        }

        if (callable[0].Parameters.Any(static parameter => Reachable.IsUnfinished(parameter.Type)))
        {
            context.Abandon();
            return [];
        }

        if (callable[0].Parameters.Select(parameter => (parameter.Name, Reason: context.Reachable.ReasonAgainstValue(parameter.Type)))
            .FirstOrDefault(static pair => pair.Reason is not null) is { Reason: { } reason } unseen)
        {
            context.Fail(DiagnosticDescriptors.UnsupportedConstructor, location, type.Message(), $"one whose parameter '{unseen.Name}' cannot be a service: {reason}");
            return [];
        }

        if (callable[0].Parameters.FirstOrDefault(parameter => !BindingParser.CanUseKey(parameter, context.Reachable)) is { } keyed)
        {
            context.Fail(
                DiagnosticDescriptors.UnsupportedConstructor, location, type.Message(), $"one whose parameter '{keyed.Name}' has a key that names a type which generated code cannot see");
            return [];
        }

        if (!context.Reachable.CanUse(callable[0], isInClass: true))
        {
            context.Fail(DiagnosticDescriptors.UnsupportedConstructor, location, type.Message(), "one that is obsolete as an error");
            return [];
        }

        if (ClassRules.FindRequiredMember(type, callable[0]) is { } required)
        {
            context.Fail(DiagnosticDescriptors.RequiredMember, location, type.Message(), required.Message());
            return [];
        }

        return callable[0].Parameters.Select(BindingParser.ServiceArgument).ToEquatableArray();
    }

    private static bool IsRecordCopyConstructor(IMethodSymbol constructor, INamedTypeSymbol type) =>
        constructor.IsImplicitlyDeclared && constructor.Parameters.Length == 1
        && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, type);

    // A nested type would hide one of the same name from the rest of the class.
    private static string FreeTypeName(INamedTypeSymbol type, string name, Compilation compilation)
    {
        name = HandlerParser.FreeName(type, name);
        while (compilation.ContainsSymbolsWithName(name, SymbolFilter.Type))
        {
            name = HandlerParser.FreeName(type, "Jero" + name);
        }

        return name;
    }

    private static Disposal DisposalOf(INamedTypeSymbol type) =>
        type.AllInterfaces.Any(static part => part.Is(KnownTypes.IAsyncDisposable)) ? Disposal.Asynchronous
        : type.AllInterfaces.Any(static part => part.Is(KnownTypes.IDisposable)) ? Disposal.Synchronous
        : Disposal.None;

    private static IEnumerable<PartialType> Declarations(INamedTypeSymbol type) => ClassRules.SelfAndContaining(type).Reverse().Select(static part => new PartialType(
        part switch
        {
            { IsRecord: true, IsValueType: true } => PartialKind.RecordStruct,
            { IsRecord: true } => PartialKind.Record,
            { TypeKind: TypeKind.Struct } => PartialKind.Struct,
            { TypeKind: TypeKind.Interface } => PartialKind.Interface,
            _ => PartialKind.Class,
        },
        part.Name));

    // A warning about the name of a type occurs once for each half of it.
    private static IEnumerable<string> WarningsOfNames(INamedTypeSymbol type) =>
        ClassRules.SelfAndContaining(type).Any(static part => part.Name.All(static character => character is >= 'a' and <= 'z')) ? ["CS8981"] : [];

    private static string HintName(INamedTypeSymbol type) => FileNames.Of(type.FullName());
}
