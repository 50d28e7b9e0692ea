using Jero.Generator.Model;
using Jero.Generator.Parsing.Json;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Requests;

/// <summary>Values that are text on the wire: of the route, the query, a header or a field of a form.</summary>
internal static class ValueBindings
{
    /// <summary>Returns whether the type suggests the query: text that can be parsed, or several texts if no body is inferred.</summary>
    public static bool IsQuery(BindingTarget target, HandlerScope scope) => target.Type is IArrayTypeSymbol array
        ? array.IsSZArray && !scope.InfersBody && TextFormParser.Of(BindingTarget.WithoutNullable(array.ElementType)) is not null
        : IsTexts(target.ValueType) || TextFormParser.Of(target.ValueType) is not null;

    public static BoundValue? Parse(BindingTarget target, BindingSource source, string wireName, HandlerScope scope, bool isInferred = false)
    {
        // The prefix of a group may have a parameter of that name, which is known only when the endpoint is mapped.
        var isSeveral = IsTexts(target.ValueType) || target.Type is IArrayTypeSymbol || (source == BindingSource.Form && FormBindings.ListOf(target.Type) is not null);
        if (source != BindingSource.Route && IsTexts(target.ValueType))
        {
            return Bind(Source(form: null, target.ValueType, target.IsNullableValue), canFail: false, ArrayOf(JsonShapeParser.ParseText(target.ValueType, scope.Context)));
        }

        if (isSeveral && source != BindingSource.Route)
        {
            var (item, collection) = target.Type is IArrayTypeSymbol { IsSZArray: true } array ? (array.ElementType, null)
                : source == BindingSource.Form && FormBindings.ListOf(target.Type) is var (found, made) ? (found, made)
                : ((ITypeSymbol?)null, (TypeName?)null);
            if (item is not null && BindingTarget.WithoutNullable(item) is var element && TextFormParser.Of(element) is var (form, method))
            {
                scope.CheckCall(method, target);
                return Bind(
                    Source(form, element, isNullable: !ReferenceEquals(element, item)) with { Collection = collection },
                    canFail: element.SpecialType != SpecialType.System_String,
                    ArrayOf(JsonShapeParser.ParseText(element, scope.Context)));
            }
        }
        else if (TextFormParser.Of(target.ValueType) is var (form, method))
        {
            scope.CheckCall(method, target);
            return Bind(
                Source(form, target.ValueType, target.IsNullableValue),
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

        TextSource Source(TextForm? form, ITypeSymbol type, bool isNullable) => new()
        {
            Form = form,
            Type = type.ToBareName(),
            IsNullable = isNullable,
            IsOptional = target.IsOptional,
            IsSeveral = isSeveral,
            Default = target.Default,
            IsInferred = isInferred,
            IsMember = target.IsField,
        };

        BoundValue Bind(TextSource text, bool canFail, JsonShape shape) => new(target, target.Bind(source, wireName, text) with
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

    public static bool IsTexts(ITypeSymbol type) => type.Is(KnownTypes.StringValues);

    private static JsonCollection ArrayOf(JsonShape item) => new()
    {
        TypeName = item.TypeName.ToArray(),
        Kind = CollectionKind.Array,
        Item = item,
        Creator = null,
        HasNull = null,
        IsValueType = false,
    };
}
