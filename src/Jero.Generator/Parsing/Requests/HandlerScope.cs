using Jero.Generator.Diagnostics;
using Jero.Generator.Model;
using Jero.Generator.Parsing.Json;
using Jero.Generator.Parsing.Symbols;
using Jero.Generator.Parsing.Validation;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Requests;

/// <summary>The handler whose parameters are bound.</summary>
/// <param name="Method">The user's method.</param>
/// <param name="Verb">Upper case.</param>
/// <param name="Route">The route of its class.</param>
/// <param name="Validation">Collects the rules of what its parameters take.</param>
/// <param name="Context">What all parsers share.</param>
internal sealed record HandlerScope(IMethodSymbol Method, string Verb, Route Route, ValidationParser Validation, ParseContext Context)
{
    /// <summary>
    /// Whether a body is read without an attribute. It is not for methods whose body has no meaning (RFC 9110, section 9.3).
    /// </summary>
    public bool InfersBody => Verb is "POST" or "PUT" or "PATCH" or "QUERY";

    /// <summary>Reports a target whose type binds itself by a method that generated code cannot call.</summary>
    public void CheckCall(IMethodSymbol? method, BindingTarget target)
    {
        if (method is null)
        {
            return;
        }

        var reason = Context.Reachable.ReasonAgainst(method.ContainingType, isInClass: true)
            ?? (Context.Reachable.CanUse(method, isInClass: true) ? null : $"generated code cannot call '{method.Message()}', so make it accessible and remove 'true' from its [Obsolete]");
        if (reason is not null)
        {
            Refuse(target, "a request", reason);
        }
    }

    /// <summary>Reports a target whose service has a key that generated code cannot repeat.</summary>
    public void CheckKey(AttributeData? keyed, BindingTarget target)
    {
        if (keyed?.ConstructorArguments.All(key => Context.Reachable.CanUse(key, isInClass: true)) == false)
        {
            Refuse(target, "the services", "its key names a type that generated code cannot see, so make it internal or public");
        }
    }

    /// <summary>Reports a target that cannot be bound.</summary>
    public void Refuse(BindingTarget target, string source, string fix) => Context.Fail(
        DiagnosticDescriptors.UnsupportedParameter, target.Location, target.Name, Method.Message(), target.Type.Message(), source, fix);
}
