using Jero.Generator.Diagnostics;
using Jero.Generator.Model;
using Jero.Generator.Parsing.Json;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Responses;

/// <summary>Reads what a handler returns: a wrapper, a result of the framework, or a union of these.</summary>
internal static class ResponseParser
{
    private const string Results = "Microsoft.AspNetCore.Http.HttpResults";

    /// <summary>Each response that the handler may send; empty if a mistake was reported.</summary>
    public static EquatableArray<Response> Parse(IMethodSymbol method, ParseContext context, out bool isAwaited)
    {
        var type = Unwrap(method.ReturnType, out isAwaited);
        if (type is null || method.IsGenericMethod)
        {
            context.Fail(DiagnosticDescriptors.UnsupportedReturnType, method.SourceLocation(), method.Message(), method.ReturnType.Message(), Advice(method.ReturnType));
            return [];
        }

        var responses = new List<Response>();
        if (context.Reachable.ReasonAgainst(type, isInClass: true) is { } reason)
        {
            context.Fail(DiagnosticDescriptors.UnsupportedReturnType, method.SourceLocation(), method.Message(), method.ReturnType.Message(), reason);
            return [];
        }

        // Two parts of a union may be the same type except for a question mark.
        foreach (var part in PartsOf(type).Distinct<ITypeSymbol>(SymbolEqualityComparer.Default))
        {
            if (ParsePart(part, method, context) is not { } response)
            {
                return [];
            }

            responses.AddRange(response.Kind.IsWrapper ? ResponseStatuses.Of(response, part, method, context) : [response]);
        }

        return responses.ToEquatableArray();
    }

    private static Response? ParsePart(ITypeSymbol type, IMethodSymbol method, ParseContext context)
    {
        if (type is INamedTypeSymbol named && WrapperOf(named) is var (kind, item, headers))
        {
            return ParseWrapper(named, kind, item, headers, method, context);
        }

        if (type is INamedTypeSymbol result && IsResult(result))
        {
            return ParseFrameworkResult(result, method, context);
        }

        context.Fail(DiagnosticDescriptors.UnsupportedReturnType, method.SourceLocation(), method.Message(), method.ReturnType.Message(), Advice(type));
        return null;
    }

    private static Response? ParseWrapper(
        INamedTypeSymbol type, ResponseKind kind, ITypeSymbol? item, ITypeSymbol? headers, IMethodSymbol method, ParseContext context)
    {
        var fault = new ShapeFault();
        var shape = item is null ? null : ItemParser.Parse(item, context, fault);
        var headerShapes = headers is null ? [] : HeaderParser.Parse(headers, context, fault);
        if (fault.Found)
        {
            context.Fail(fault, method.SourceLocation(), method);
            return null;
        }

        return new Response
        {
            Kind = kind,
            Status = 200,
            TypeName = type.ToBareName(),
            ContentType = ContentTypes.Of(kind, method, context),
            EndEvent = kind.HasEvents ? DeclaredText.Of("EndEvent", method, context) : null,
            KeepAliveEvent = kind.HasEvents ? DeclaredText.Of("KeepAliveEvent", method, context) : null,
            IsOfTopic = kind.HasEvents && TopicStreams.Has(method, context),
            ItemTypeName = item?.ToBareName() ?? (kind.HasText ? TypeName.Text : TypeName.Stream),
            Item = shape,
            Headers = headerShapes,
        };
    }

    // Results of ASP.NET Core are described as far as their type says. Their values are written as JSON by the app's own options.
    private static Response? ParseFrameworkResult(INamedTypeSymbol type, IMethodSymbol method, ParseContext context)
    {
        var isOfFramework = type.ContainingNamespace?.ToDisplayString() == Results;
        var value = isOfFramework && type.TypeArguments is [{ } only] && ResultTypes.HasJsonValue(type.Name) ? only : null;
        JsonShape? shape = null;
        if (value is not null && !ResultTypes.IsProblem(value))
        {
            var fault = new ShapeFault();
            shape = JsonShapeParser.ParseRoot(value, context, fault);
            if (shape is null)
            {
                context.Fail(fault, method.SourceLocation(), method);
                return null;
            }
        }

        return new Response
        {
            Kind = ResponseKind.Result,
            Status = isOfFramework ? ResultTypes.StatusOf(type.Name) : null,
            TypeName = type.ToBareName(),
            ContentType = isOfFramework && ResultTypes.IsProblem(type) ? "application/problem+json"
                : value is not null ? "application/json"
                : null,
            IsProblem = (isOfFramework && ResultTypes.IsProblem(type)) || (value is not null && shape is null),
            ItemTypeName = value?.ToBareName(),
            Item = shape,
            Headers = [],
        };
    }

    private static ITypeSymbol? Unwrap(ITypeSymbol type, out bool isAwaited)
    {
        isAwaited = type.Is(KnownTypes.TaskOfT) || type.Is(KnownTypes.ValueTaskOfT);
        return isAwaited ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
    }

    private static IEnumerable<ITypeSymbol> PartsOf(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "Results", TypeArguments.Length: > 1 } union && union.ContainingNamespace?.ToDisplayString() == Results
            ? union.TypeArguments.SelectMany(PartsOf)
            : [type];

    private static bool IsResult(INamedTypeSymbol type) =>
        type.Is(KnownTypes.IResult) || type.AllInterfaces.Any(static part => part.Is(KnownTypes.IResult));

    private static string Advice(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_Void } => "return a response, or NoContent for none",
        INamedTypeSymbol named when named.Is(KnownTypes.IAsyncEnumerable) =>
            $"wrap it: NDJSONStreamingResponse<{named.TypeArguments[0].Message()}> or SSEResponse<{named.TypeArguments[0].Message()}>",
        INamedTypeSymbol named when named.Is(KnownTypes.Task) || named.Is(KnownTypes.ValueTask) =>
            "return a Task of a response, or of NoContent for none",
        _ when type.Is(KnownTypes.Stream) || type.Is(KnownTypes.PipeReader) => "wrap it: StreamingResponse",
        _ => $"wrap it: JSONResponse<{type.Message()}>, or return NDJSONStreamingResponse<T>, SSEResponse<T>, StreamedItems<T>, StreamingResponse, BytesResponse, an IResult, or Results<...> of these",
    };

    private static (ResponseKind Kind, ITypeSymbol? Item, ITypeSymbol? Headers)? WrapperOf(INamedTypeSymbol type)
    {
        if (type.ContainingNamespace?.ToDisplayString() != "Jero")
        {
            return null;
        }

        var arguments = type.TypeArguments;
        return type.MetadataName switch
        {
            "NDJSONStreamingResponse`1" => (ResponseKind.NdjsonStream, arguments[0], null),
            "NDJSONStreamingResponse`2" => (ResponseKind.NdjsonStream, arguments[0], arguments[1]),
            "StreamedItems`1" => (ResponseKind.NegotiatedStream, arguments[0], null),
            "StreamedItems`2" => (ResponseKind.NegotiatedStream, arguments[0], arguments[1]),
            "SSEResponse" => (ResponseKind.TextEventStream, null, null),
            "SSEResponse`1" => (EventStreamOf(arguments[0]), ItemOf(arguments[0]), null),
            "SSEResponse`2" => (EventStreamOf(arguments[0]), ItemOf(arguments[0]), arguments[1]),
            "StreamingResponse" => (ResponseKind.ByteStream, null, null),
            "StreamingResponse`1" => (ResponseKind.ByteStream, null, arguments[0]),
            "JSONResponse`1" => (ResponseKind.Json, arguments[0], null),
            "JSONResponse`2" => (ResponseKind.Json, arguments[0], arguments[1]),
            "BytesResponse" => (ResponseKind.Bytes, null, null),
            "BytesResponse`1" => (ResponseKind.Bytes, null, arguments[0]),
            _ => null,
        };
    }

    // Events of strings carry text, not JSON string literals.
    private static ResponseKind EventStreamOf(ITypeSymbol item) =>
        item.SpecialType == SpecialType.System_String ? ResponseKind.TextEventStream : ResponseKind.EventStream;

    private static ITypeSymbol? ItemOf(ITypeSymbol item) => item.SpecialType == SpecialType.System_String ? null : item;
}
