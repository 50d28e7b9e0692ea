using Jero.Generator.Model;
using Jero.Generator.Parsing.Json;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Responses;

/// <summary>Finds the content type that a handler's responses will have.</summary>
internal static class ContentTypes
{
    public static string Of(ResponseKind kind, IMethodSymbol method, ParseContext context) =>
        (kind.SetsContentType ? DeclaredText.Of("ContentType", method, context) : null) ?? kind.ContentType!;
}
