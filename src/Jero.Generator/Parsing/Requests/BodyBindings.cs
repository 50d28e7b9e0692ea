using Jero.Generator.Diagnostics;
using Jero.Generator.Emission.Json;
using Jero.Generator.Model;
using Jero.Generator.Parsing.Json;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Requests;

/// <summary>Bodies that are JSON, or bytes as they come.</summary>
internal static class BodyBindings
{
    /// <summary>The body as a <c>Stream</c> or <c>PipeReader</c>; null where the type is neither.</summary>
    public static BoundValue? ParseBytes(BindingTarget target)
    {
        var expression = target.Type.Is("System.IO", "Stream") ? "http.Request.Body"
            : target.Type.Is("System.IO.Pipelines", "PipeReader") ? "http.Request.BodyReader"
            : null;
        return expression is null ? null : new BoundValue(target, Create(target, expression, canFail: false))
        {
            Body = new RequestBody(RequestBodyKind.Bytes, TypeName: null, Shape: null, IsInferred: false, IsOptional: true),
        };
    }

    public static BoundValue? ParseJson(BindingTarget target, bool allowsEmpty, HandlerScope scope)
    {
        var fault = new ShapeFault();
        if (JsonShapeParser.ParseRoot(target.Type, scope.Context, fault) is not { } shape)
        {
            scope.Context.Fail(fault, target.Location, scope.Method);
            return null;
        }

        if (scope.Context.JsonContext is null && JsonReading.ReasonAgainst(shape, scope.Context.Shapes) is { } reason)
        {
            scope.Context.Fail(DiagnosticDescriptors.UnreadableBody, target.Location, target.Name, scope.Method.Message(), reason);
            return null;
        }

        var isOptional = target.IsOptional || allowsEmpty;
        var type = target.Type.BareCode();
        var read = isOptional ? "JsonOrDefaultAsync" : "JsonAsync";
        var call = $"await request.{read}<{type}>({SymbolNames.Literal(target.Name)}, {scope.JsonOptions}{BodyInfo(shape, scope)})";
        return new BoundValue(
            target,
            Create(target, isOptional && !target.IsOptional && target.Type.IsReferenceType ? $"({call})!" : call, canFail: true),
            IsAwaited: true)
        {
            Body = new RequestBody(RequestBodyKind.Json, type, shape, IsInferred: false, isOptional),
        };
    }

    /// <summary>Whether <c>[FromBody]</c> lets the body be empty.</summary>
    public static bool AllowsEmpty(AttributeData attribute) =>
        attribute.NamedBool("AllowEmpty") == true
        || attribute.NamedArguments.Any(static argument => argument is { Key: "EmptyBodyBehavior", Value.Value: 1 });

    /// <summary>
    /// Whether a type without an attribute is meant to be the body: one that JSON can be read to, with something to read. What a container
    /// holds is not known at compile time, and a service is seldom made of settable members.
    /// </summary>
    public static bool CanBeBody(BindingTarget target, HandlerScope scope)
    {
        var trial = scope.Context.Trial();
        var shape = JsonShapeParser.Parse(target.Type, target.Type.Message(), trial, new ShapeFault());
        return shape is not null && JsonReading.ReasonAgainst(shape, trial.Shapes) is null && JsonReading.HasContent(shape, trial.Shapes);
    }

    // The metadata of a type cannot say that its items may be null.
    private static string BodyInfo(JsonShape shape, HandlerScope scope) =>
        scope.Context.JsonContext is null && JsonTypeInfoPrinter.BodyInfo(shape, handling: null, "JeroGen::") is { } create ? $", static options => {create}" : "";

    private static Binding Create(BindingTarget target, string expression, bool canFail) =>
        target.Bind(BindingSource.Body, target.Name, expression) with { CanFail = canFail };
}
