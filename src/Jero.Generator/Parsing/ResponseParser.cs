using Jero.Generator.Diagnostics;
using Jero.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing;

/// <summary>Reads what a handler returns.</summary>
internal static class ResponseParser
{
    public static Response? Parse(IMethodSymbol method, ParseContext context, out bool isAwaited)
    {
        var location = method.Locations.FirstOrDefault();
        var type = Unwrap(method.ReturnType, out isAwaited);
        if (type is null || KindOf(type) is not { } found || method.IsGenericMethod)
        {
            context.Fail(DiagnosticDescriptors.UnsupportedReturnType, location, method.Message(), method.ReturnType.Message());
            return null;
        }

        var (kind, item, headers) = found;
        var fault = new ShapeFault();
        var shape = item is null ? null : ParseItem(item, context, fault);
        var headerShapes = headers is null ? [] : HeaderParser.Parse(headers, context, fault);
        if (fault.Found)
        {
            context.Fail(fault.Descriptor!, location, [method.Message(), .. fault.Arguments]);
            return null;
        }

        return new Response
        {
            Kind = kind,
            TypeName = type.BareCode(),
            ContentType = ContentTypes.Declared(method, context) ?? ContentTypes.Default(kind),
            ItemTypeName = item?.BareCode() ?? (kind == ResponseKind.TextEventStream ? "string" : "global::System.IO.Stream"),
            Item = shape,
            Headers = headerShapes,
        };
    }

    // What is harmless as a member is a mistake as an item: every item would be written as nothing, or as its base alone.
    private static JsonShape? ParseItem(ITypeSymbol item, ParseContext context, ShapeFault fault)
    {
        if (item.SpecialType == SpecialType.System_Object)
        {
            fault.Set(item.Message(), item.Message(), "an item's type has to be known at compile time, name the type");
            return null;
        }

        // The user's own context may write what Jero cannot; such a type is described as anything.
        if (context.JsonContext is not null && !CanParse(item, context))
        {
            return new JsonForeign { TypeName = item.BareCode(), IsValueType = item.IsValueType, Converter = null, SchemaType = null };
        }

        var shape = JsonShapeParser.Parse(item, item.Message(), context, fault);
        if (item is INamedTypeSymbol { IsAbstract: true } type && !JsonPolymorphismParser.IsPolymorphic(type)
            && shape is JsonReference or JsonNullable { Value: JsonReference })
        {
            fault.SetNoVariant(item.Message(), type.Message());
        }

        return shape;
    }

    private static bool CanParse(ITypeSymbol item, ParseContext context)
    {
        var trial = new ShapeFault();
        _ = JsonShapeParser.Parse(item, item.Message(), new ParseContext(context.Compilation, context.CancellationToken), trial);
        return !trial.Found;
    }

    private static INamedTypeSymbol? Unwrap(ITypeSymbol type, out bool isAwaited)
    {
        isAwaited = type.Is("System.Threading.Tasks", "Task`1") || type.Is("System.Threading.Tasks", "ValueTask`1");
        return (isAwaited ? ((INamedTypeSymbol)type).TypeArguments[0] : type) as INamedTypeSymbol;
    }

    private static (ResponseKind Kind, ITypeSymbol? Item, INamedTypeSymbol? Headers)? KindOf(INamedTypeSymbol type)
    {
        if (type.ContainingNamespace?.ToDisplayString() != "Jero")
        {
            return null;
        }

        var arguments = type.TypeArguments;
        return type.MetadataName switch
        {
            "NDJSONStreamingResponse`1" => (ResponseKind.NdjsonStream, arguments[0], null),
            "NDJSONStreamingResponse`2" => (ResponseKind.NdjsonStream, arguments[0], arguments[1] as INamedTypeSymbol),
            "SSEResponse" => (ResponseKind.TextEventStream, null, null),
            "SSEResponse`1" => (EventStreamOf(arguments[0]), ItemOf(arguments[0]), null),
            "SSEResponse`2" => (EventStreamOf(arguments[0]), ItemOf(arguments[0]), arguments[1] as INamedTypeSymbol),
            "StreamingResponse" => (ResponseKind.ByteStream, null, null),
            "StreamingResponse`1" => (ResponseKind.ByteStream, null, arguments[0] as INamedTypeSymbol),
            "JSONResponse`1" => (ResponseKind.Json, arguments[0], null),
            "JSONResponse`2" => (ResponseKind.Json, arguments[0], arguments[1] as INamedTypeSymbol),
            "BytesResponse" => (ResponseKind.Bytes, null, null),
            "BytesResponse`1" => (ResponseKind.Bytes, null, arguments[0] as INamedTypeSymbol),
            _ => null,
        };
    }

    // Events of strings carry text, not JSON string literals.
    private static ResponseKind EventStreamOf(ITypeSymbol item) =>
        item.SpecialType == SpecialType.System_String ? ResponseKind.TextEventStream : ResponseKind.EventStream;

    private static ITypeSymbol? ItemOf(ITypeSymbol item) => item.SpecialType == SpecialType.System_String ? null : item;
}
