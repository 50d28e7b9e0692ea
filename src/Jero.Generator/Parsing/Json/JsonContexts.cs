using Jero.Generator.Diagnostics;
using Jero.Generator.Model;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Jero.Generator.Parsing.Json;

/// <summary>Reads the user's own <c>JsonSerializerContext</c>, of a class or of the assembly.</summary>
internal static class JsonContexts
{
    /// <summary>The type; null if there is none, or one that cannot be used.</summary>
    public static TypeName? Of(ISymbol symbol, Compilation compilation) =>
        TypeOf(symbol) is { } type && FaultOf(type, new Reachable(compilation, symbol)) is null ? type.ToBareName() : null;

    /// <summary>Reports a type that is no context.</summary>
    public static void Check(ISymbol symbol, Location location, ParseContext context)
    {
        if (FaultOf(symbol, context.Reachable, location, context.CancellationToken) is { } fault)
        {
            context.Fail(fault.Descriptor, fault.Location, [.. fault.Arguments]);
        }
    }

    /// <summary>What is wrong with the context that the symbol names; null if nothing is.</summary>
    public static DiagnosticInfo? FaultOf(ISymbol symbol, Reachable reachable, Location? location, CancellationToken cancellationToken) =>
        TypeOf(symbol) is { } type && FaultOf(type, reachable) is var (fault, fix)
            ? DiagnosticInfo.Create(
                DiagnosticDescriptors.UnsupportedJsonContext,
                Attribute(symbol)?.ApplicationSyntaxReference?.GetSyntax(cancellationToken).GetLocation() ?? location,
                type.Message(),
                fault,
                fix)
            : null;

    private static AttributeData? Attribute(ISymbol symbol) => symbol.Attribute(KnownTypes.JeroJsonContextAttribute);

    private static ITypeSymbol? TypeOf(ISymbol symbol) =>
        Attribute(symbol) is { ConstructorArguments: [{ Value: ITypeSymbol type }] } && type is not IErrorTypeSymbol ? type : null;

    private static (string Fault, string Fix)? FaultOf(ITypeSymbol type, Reachable reachable)
    {
        const string Example = "name a 'partial class' that derives from JsonSerializerContext and has [JsonSerializable]";
        return type is not INamedTypeSymbol named || !IsContext(named) ? ("does not derive from JsonSerializerContext", Example)
            : named.IsAbstract || named.IsGenericType ? ("is abstract or generic", Example)
            : reachable.ReasonAgainst(named) is { } reason ? ("generated code cannot use", reason)
            : !HasDefault(named, reachable) ? ("has no static property 'Default' that generated code can read, because System.Text.Json generates none for it", Example)
            : null;
    }

    private static bool IsContext(INamedTypeSymbol type)
    {
        for (var part = type.BaseType; part is not null; part = part.BaseType)
        {
            if (part.Is(KnownTypes.JsonSerializerContext))
            {
                return true;
            }
        }

        return false;
    }

    // The Default of a context in the user's own assembly is generated at the same time and is not visible yet.
    private static bool HasDefault(INamedTypeSymbol type, Reachable reachable) =>
        type.GetMembers("Default").Any(member => member is IPropertySymbol { IsStatic: true, IsIndexer: false, GetMethod: { } getter, Type: INamedTypeSymbol given }
            && (given.Is(KnownTypes.JsonSerializerContext) || IsContext(given))
            && reachable.CanUse(getter))
        || (type.Attribute(KnownTypes.JsonSerializableAttribute) is not null
            && type.DeclaringSyntaxReferences.All(static reference => reference.GetSyntax() is TypeDeclarationSyntax syntax && syntax.Modifiers.Any(SyntaxKind.PartialKeyword)));
}
