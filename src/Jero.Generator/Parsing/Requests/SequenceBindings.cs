using Jero.Generator.Diagnostics;
using Jero.Generator.Model;
using Jero.Generator.Parsing.Json;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Requests;

/// <summary>Bodies whose items the handler reads as they come: an <c>IAsyncEnumerable</c> of them.</summary>
internal static class SequenceBindings
{
    public static bool Is(BindingTarget target) => target.Type.Is(KnownTypes.IAsyncEnumerable);

    /// <summary>The items of the body; null if JSON cannot be read to one, which is reported.</summary>
    public static BoundValue? Parse(BindingTarget target, HandlerScope scope)
    {
        var type = ((INamedTypeSymbol)target.Type).TypeArguments[0];
        var fault = new ShapeFault();
        if (JsonShapeParser.ParseRoot(type, scope.Context, fault) is not { } shape)
        {
            scope.Context.Fail(fault, target.Location, scope.Method);
            return null;
        }

        if (scope.Context.JsonContext is null && JsonReading.ReasonAgainst(shape, scope.Context.Shapes) is { } reason)
        {
            scope.Context.Fail(DiagnosticDescriptors.UnreadableBody, target.Location, target.Name, scope.Method.Message(), reason);
            return null;
        }

        var item = type.ToBareName();
        var rules = scope.Validation.ParseItem(type, target.Name);
        var source = new SequenceBodySource(item, target.Name, shape, IsValidated: rules is not null)
        {
            IsReadDirectly = scope.Context.JsonContext is null && new DirectReaders(scope.Context.Shapes.Definitions, scope.Context.JsonOptions).ReadsItem(shape),
        };
        return new BoundValue(target, target.Bind(BindingSource.Body, target.Name, source) with { CanFail = true, IsOptional = true })
        {
            Body = new RequestBody(RequestBodyKind.Sequence, item, shape, IsInferred: false, IsOptional: true) { ItemRules = rules },
        };
    }
}
