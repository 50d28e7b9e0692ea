using Jero.Generator.Model;
using Jero.Generator.Parsing.Documentation;
using Jero.Generator.Parsing.Json;

namespace Jero.Generator.Parsing.Requests;

/// <summary>Reads what the document says of a parameter or body beyond its shape.</summary>
internal static class BindingAnnotations
{
    public static BoundValue Add(BoundValue value, HandlerScope scope)
    {
        var (target, binding) = (value.Target, value.Binding);
        if (binding.Source is BindingSource.Services or BindingSource.Request or BindingSource.Custom)
        {
            return value;
        }

        var (description, example) = TextsOf(target, scope);
        if (value.Body is { Kind: not RequestBodyKind.Form } body)
        {
            value = value with { Body = body with { Description = description } };
        }

        var shape = binding.Shape ?? new JsonForeign { TypeName = "", IsValueType = false, Converter = null, SchemaType = null };
        var annotations = AnnotationParser.Parse(target.Attributes, shape, scope.Context.Shapes, description, example);
        var keywords = annotations.Keywords.ToList();
        if (DefaultOf(target, shape, scope) is { } fallback && keywords.TrueForAll(static known => known.Name != "default"))
        {
            keywords.Add(new JsonKeyword("default", fallback));
        }

        return value with { Binding = binding with { Annotations = annotations with { Keywords = keywords.ToEquatableArray() } } };
    }

    private static (string? Description, string? Example) TextsOf(BindingTarget target, HandlerScope scope)
    {
        if (target.Member is { } member)
        {
            var own = DocumentationComment.Of(member, scope.Context.CancellationToken);
            return (own.Summary, own.Example);
        }

        DocumentationComment.Of(scope.Method, scope.Context.CancellationToken).Parameters.TryGetValue(target.Name, out var text);
        return (text, null);
    }

    private static string? DefaultOf(BindingTarget target, JsonShape shape, HandlerScope scope) =>
        target.Parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: { } value }
            ? ConstantJson.Of(value, target.ValueType, shape, scope.Context.Shapes)
            : null;
}
