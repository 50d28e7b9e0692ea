using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing;

/// <summary>Checks whether generated code can call a method.</summary>
internal static class HandlerRules
{
    /// <summary>Returns why generated code cannot call this handler, and what to do; null if it can.</summary>
    public static (string Fault, string Fix)? FindFault(IMethodSymbol method) => method switch
    {
        { IsGenericMethod: true } => ("is generic", "remove its type parameters, because a request cannot name a type"),
        { IsVararg: true } => ("takes an argument list of any length", "name each parameter"),
        { ReturnsByRef: true } or { ReturnsByRefReadonly: true } => ("returns a reference", "remove 'ref'"),
        _ when method.Parameters.FirstOrDefault(static parameter => parameter.IsParams) is { } parameter
            => ($"takes '{parameter.Name}' as 'params'", "remove 'params'"),
        _ when Reachable.IsForbidden(method) => ("is obsolete as an error", "remove 'true' from [Obsolete]"),
        _ => null,
    };

    /// <summary>
    /// Checks a handler that must be told from another method of its name, which needs the longest of .NET's delegate types.
    /// </summary>
    public static (string Fault, string Fix)? FindFaultOfOverload(INamedTypeSymbol type, IMethodSymbol method) => method.Parameters.Length > 16 && IsOverloaded(type, method)
        ? ("has more than 16 parameters and an overload", "rename the other method, or take several parameters as one with [AsParameters]")
        : null;

    /// <summary>Returns whether the class, or one that it derives from, has another member of that name.</summary>
    public static bool IsOverloaded(INamedTypeSymbol type, IMethodSymbol method)
    {
        for (var part = type; part is not null; part = part.BaseType)
        {
            if (part.GetMembers(method.Name).Any(member => !SymbolEqualityComparer.Default.Equals(member, method)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns what to do if a class has no handler. It names a method that is almost one.</summary>
    public static string FixOfNone(INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers())
        {
            var fix = member switch
            {
                IMethodSymbol { ExplicitInterfaceImplementations: [var implemented, ..] } when IsHandlerName(implemented.Name)
                    => $"'{member.Message()}' implements an interface explicitly, so write it as a public method named {implemented.Name}",
                IMethodSymbol { MethodKind: MethodKind.Ordinary } when IsHandlerName(member.Name) => $"make '{member.Message()}' public",
                IPropertySymbol or IFieldSymbol when IsHandlerName(member.Name) => $"make '{member.Message()}' a method",
                _ => null,
            };
            if (fix is not null)
            {
                return fix;
            }
        }

        for (var part = type.BaseType; part is not null; part = part.BaseType)
        {
            if (part.GetMembers().FirstOrDefault(static member => IsHandlerName(member.Name)) is { } inherited)
            {
                return $"'{inherited.Message()}' is inherited, so write a method named {inherited.Name} in this class that calls it";
            }
        }

        return "add a public method named Get, Post, Put, Patch, Delete or Query (also with the Async suffix)";
    }

    private static bool IsHandlerName(string name) => HandlerParser.VerbOf(name) is not null;
}
