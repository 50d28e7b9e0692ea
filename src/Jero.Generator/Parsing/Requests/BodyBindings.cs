using Jero.Generator.Diagnostics;
using Jero.Generator.Model;
using Jero.Generator.Parsing.Json;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Requests;

/// <summary>Bodies that are JSON, or bytes as they come.</summary>
internal static class BodyBindings
{
    /// <summary>The body as a <c>Stream</c> or <c>PipeReader</c>; null if the type is neither.</summary>
    public static BoundValue? ParseBytes(BindingTarget target)
    {
        RequestPartKind? part = target.Type.Is(KnownTypes.Stream) ? RequestPartKind.Body
            : target.Type.Is(KnownTypes.PipeReader) ? RequestPartKind.BodyReader
            : null;
        return part is null ? null : new BoundValue(target, Create(target, new RequestPart(part.Value), canFail: false))
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
        var type = target.Type.ToBareName();
        var source = new JsonBodySource(type, target.Name, shape, isOptional, isOptional && !target.IsOptional && target.Type.IsReferenceType)
        {
            IsReadDirectly = scope.Context.JsonContext is null && new DirectReaders(scope.Context.Shapes.Definitions, scope.Context.JsonOptions).ReadsBody(shape),
        };
        return new BoundValue(
            target,
            Create(target, source, canFail: true),
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
    /// Returns whether a type without an attribute is meant to be the body: JSON can be read as it, and it has something to read. The
    /// services of the container are not known at compile time, but a service seldom has settable members.
    /// </summary>
    public static bool CanBeBody(BindingTarget target, HandlerScope scope)
    {
        var trial = scope.Context.Trial();
        var shape = JsonShapeParser.Parse(target.Type, target.Type.Message(), trial, new ShapeFault());
        return shape is not null && JsonReading.ReasonAgainst(shape, trial.Shapes) is null && JsonReading.HasContent(shape, trial.Shapes);
    }

    private static Binding Create(BindingTarget target, ValueSource value, bool canFail) =>
        target.Bind(BindingSource.Body, target.Name, value) with { CanFail = canFail };
}
