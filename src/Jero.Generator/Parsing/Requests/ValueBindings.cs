using Jero.Generator.Model;
using Jero.Generator.Parsing.Json;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Requests;

/// <summary>Values that are text on the wire: of the route, the query, a header or a field of a form.</summary>
internal static class ValueBindings
{
    /// <summary>Whether the type suggests the query: text that can be parsed, or several of it where no body is inferred.</summary>
    public static bool IsQuery(BindingTarget target, HandlerScope scope) => target.Type is IArrayTypeSymbol array
        ? array.IsSZArray && !scope.InfersBody && TextForm.Of(BindingTarget.WithoutNullable(array.ElementType)) is not null
        : IsTexts(target.ValueType) || TextForm.Of(target.ValueType) is not null;

    public static BoundValue? Parse(BindingTarget target, BindingSource source, string wireName, HandlerScope scope, bool isInferred = false)
    {
        // A group's prefix may have a parameter of that name, which is only known when the endpoint is mapped.
        var isSeveral = IsTexts(target.ValueType) || target.Type is IArrayTypeSymbol || (source == BindingSource.Form && FormBindings.ListOf(target.Type) is not null);
        var method = source == BindingSource.Header && IsTexts(target.ValueType) ? "HeaderTexts" : isSeveral ? $"{source}Values" : isInferred ? "RouteOrQuery" : target.IsField ? "FormField" : $"{source}";
        var reader = $"request.{method}({SymbolNames.Literal(wireName)})";
        if (source != BindingSource.Route && IsTexts(target.ValueType))
        {
            return Create($".{(target.IsNullableValue ? "TextsOrNull" : "Texts")}", canFail: false, ArrayOf(JsonShapeParser.ParseText(target.ValueType, scope.Context)));
        }

        if (source != BindingSource.Route && target.Type is IArrayTypeSymbol { IsSZArray: true } array)
        {
            var element = BindingTarget.WithoutNullable(array.ElementType);
            var isNullable = !ReferenceEquals(element, array.ElementType);
            if (TextForm.Of(element) is { } form)
            {
                scope.CheckCall(form.Method, target);
                return Create(
                    "." + form.ReadArray(element, isNullable),
                    canFail: element.SpecialType != SpecialType.System_String,
                    ArrayOf(JsonShapeParser.ParseText(element, scope.Context)));
            }
        }
        else if (source == BindingSource.Form && FormBindings.ListOf(target.Type) is var (item, collection))
        {
            var element = BindingTarget.WithoutNullable(item);
            if (TextForm.Of(element) is { } form)
            {
                scope.CheckCall(form.Method, target);
                var values = $"{reader}.{form.ReadArray(element, isNullable: !ReferenceEquals(element, item))}";
                return Bind(
                    collection is null ? values : $"new {collection}({values})",
                    canFail: element.SpecialType != SpecialType.System_String,
                    ArrayOf(JsonShapeParser.ParseText(element, scope.Context)));
            }
        }
        else if (TextForm.Of(target.ValueType) is { } form)
        {
            scope.CheckCall(form.Method, target);
            return Create(
                "." + form.Read(target),
                canFail: !target.IsOptional || target.ValueType.SpecialType != SpecialType.System_String,
                JsonShapeParser.ParseText(target.ValueType, scope.Context));
        }

        scope.Refuse(
            target,
            $"the {source.ToString().ToLowerInvariant()} value '{wireName}'",
            source == BindingSource.Route
                ? "use a string, an enum or a type with IParsable<T> or TryParse"
                : source == BindingSource.Form ? "use a string, an enum, a type with IParsable<T> or TryParse, a list of these, a file, or a type of such members"
                : "use a string, an enum, a type with IParsable<T> or TryParse, or an array of these");
        return null;

        BoundValue Create(string read, bool canFail, JsonShape shape) => Bind(reader + read, canFail, shape);

        BoundValue Bind(string expression, bool canFail, JsonShape shape) => new(target, target.Bind(source, wireName, expression) with
        {
            IsOptional = target.IsOptional || isSeveral,
            IsParsed = isSeveral ? canFail : target.ValueType.SpecialType != SpecialType.System_String,
            CanFail = canFail,
            Shape = shape,
        })
        {
            Body = source == BindingSource.Form ? FormBindings.Body : null,
            IsAwaited = source == BindingSource.Form,
        };
    }

    public static bool IsTexts(ITypeSymbol type) => type.Is("Microsoft.Extensions.Primitives", "StringValues");

    private static JsonCollection ArrayOf(JsonShape item) => new()
    {
        TypeName = item.TypeName + "[]",
        Kind = CollectionKind.Array,
        Item = item,
        Creator = null,
        HasNull = null,
        IsValueType = false,
    };
}
