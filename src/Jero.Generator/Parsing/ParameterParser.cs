using Jero.Generator.Diagnostics;
using Jero.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing;

/// <summary>Finds where each parameter of a handler comes from, by the rules of minimal APIs.</summary>
/// <remarks>https://learn.microsoft.com/aspnet/core/fundamentals/minimal-apis/parameter-binding</remarks>
internal static class ParameterParser
{
    private const string Mvc = "Microsoft.AspNetCore.Mvc";

    // What a generated method has in scope beside the user's parameters.
    private static readonly string[] GeneratedLocals = ["http", "request", "filters", "endpoint", "context", "response", "headers"];

    public static EquatableArray<Parameter> ParseAll(IMethodSymbol method, RouteTemplate route, ParseContext context)
    {
        var parameters = new List<Parameter>();
        foreach (var symbol in method.Parameters)
        {
            if (Parse(symbol, method, route, context) is { } parameter)
            {
                parameters.Add(parameter);
            }
        }

        return parameters.ToEquatableArray();
    }

    /// <summary>The expression that takes a constructor's argument from the request's services.</summary>
    public static string ServiceArgument(IParameterSymbol symbol)
    {
        if (RequestArgument(symbol.Type) is { } argument)
        {
            return argument;
        }

        var type = symbol.Type.BareCode();
        var isOptional = symbol.NullableAnnotation == NullableAnnotation.Annotated || symbol.HasExplicitDefaultValue;
        var key = symbol.Attribute("Microsoft.Extensions.DependencyInjection", "FromKeyedServicesAttribute") is { ConstructorArguments.Length: 1 } keyed
            ? ", " + ConstantExpressions.Of(keyed.ConstructorArguments[0])
            : "";
        return symbol.HasExplicitDefaultValue && (symbol.Type.IsValueType || symbol.ExplicitDefaultValue is not null)
            ? $"JeroGen::EndpointServices.OrDefault<{type}>(http{key}, {ConstantExpressions.Default(symbol)})"
            : $"JeroGen::EndpointServices.{(isOptional ? "Optional" : "Required")}<{type}>(http{key})";
    }

    private static Parameter? Parse(IParameterSymbol symbol, IMethodSymbol method, RouteTemplate route, ParseContext context)
    {
        if (symbol.RefKind != RefKind.None)
        {
            Unsupported(symbol, method, "a request", "pass it by value", context);
            return null;
        }

        if (RequestArgument(symbol.Type) is { } argument)
        {
            return Create(symbol, ParameterSource.Request, symbol.Name, argument);
        }

        var (source, wireName) = SourceOf(symbol, method, route, context);
        return wireName is null ? null
            : source == ParameterSource.Services ? Create(symbol, source, symbol.Name, ServiceArgument(symbol))
            : ParseValue(symbol, method, source, wireName, context);
    }

    private static (ParameterSource Source, string? WireName) SourceOf(
        IParameterSymbol symbol, IMethodSymbol method, RouteTemplate route, ParseContext context)
    {
        if (symbol.Attribute(Mvc, "FromRouteAttribute") is { } fromRoute)
        {
            var name = fromRoute.NamedString("Name") ?? symbol.Name;
            if (route.Find(name) is { } named)
            {
                return (ParameterSource.Route, named.Name);
            }

            Unsupported(symbol, method, $"the route '{route.Template}', which has no parameter '{name}'", $"add '{{{name}}}' to the route", context);
            return default;
        }

        if (symbol.Attribute(Mvc, "FromQueryAttribute") is { } fromQuery)
        {
            return (ParameterSource.Query, fromQuery.NamedString("Name") ?? symbol.Name);
        }

        if (symbol.Attribute(Mvc, "FromHeaderAttribute") is { } fromHeader)
        {
            return (ParameterSource.Header, fromHeader.NamedString("Name") ?? symbol.Name);
        }

        if (symbol.Attribute(Mvc, "FromServicesAttribute") is not null
            || symbol.Attribute("Microsoft.Extensions.DependencyInjection", "FromKeyedServicesAttribute") is not null)
        {
            return (ParameterSource.Services, symbol.Name);
        }

        if (route.Find(symbol.Name) is { } parameter)
        {
            return (ParameterSource.Route, parameter.Name);
        }

        if (ValueOf(symbol.Type) is not null)
        {
            return (ParameterSource.Query, symbol.Name);
        }

        if (symbol.Type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Interface } && !HasUnknownSource(symbol) && !MayBeBody(symbol, method))
        {
            return (ParameterSource.Services, symbol.Name);
        }

        Unsupported(symbol, method, "a route, a query, a header or a service", "use a string, a number or another parsable type, or say [FromServices]", context);
        return default;
    }

    private static Parameter? ParseValue(
        IParameterSymbol symbol, IMethodSymbol method, ParameterSource source, string wireName, ParseContext context)
    {
        if (ValueOf(symbol.Type) is not { } value)
        {
            Unsupported(
                symbol, method, $"the {source.ToString().ToLowerInvariant()} value '{wireName}'", "use a string, an enum or a type with IParsable<T>", context);
            return null;
        }

        var isNullableValue = symbol.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        var isOptional = isNullableValue || symbol.HasExplicitDefaultValue
            || (symbol.Type.IsReferenceType && symbol.NullableAnnotation != NullableAnnotation.NotAnnotated);
        var isEnum = value.TypeKind == TypeKind.Enum;
        var type = value.BareCode();
        var fallback = symbol.HasExplicitDefaultValue ? ConstantExpressions.Default(symbol) : "null";
        var read = (isEnum, isOptional, isNullableValue) switch
        {
            (false, false, _) => $"Required<{type}>()",
            (false, true, false) => $"OrDefault<{type}>({fallback})",
            (false, true, true) => $"OrNull<{type}>({(fallback == "null" ? "" : fallback)})",
            (true, false, _) => $"RequiredEnum<{type}>()",
            (true, true, false) => $"EnumOrDefault<{type}>({fallback})",
            (true, true, true) => $"EnumOrNull<{type}>({(fallback == "null" ? "" : fallback)})",
        };

        return Create(symbol, source, wireName, $"request.{source}({SymbolNames.Literal(wireName)}).{read}") with
        {
            IsOptional = isOptional,
            IsParsed = value.SpecialType != SpecialType.System_String,
            CanFail = !isOptional || value.SpecialType != SpecialType.System_String,
            Shape = JsonShapeParser.ParseParameter(value),
        };
    }

    private static Parameter Create(IParameterSymbol symbol, ParameterSource source, string wireName, string argument) => new()
    {
        Local = GeneratedLocals.Contains(symbol.Name) ? "jero" + symbol.Name : SymbolNames.Escaped(symbol.Name),
        TypeName = symbol.Type.Code(),
        Source = source,
        WireName = wireName,
        Argument = argument,
        IsOptional = false,
        IsParsed = false,
        CanFail = false,
        Shape = null,
    };

    private static string? RequestArgument(ITypeSymbol type) =>
        type.Is("System.Threading", "CancellationToken") ? "http.RequestAborted"
        : type.Is("Microsoft.AspNetCore.Http", "HttpContext") ? "http"
        : type.Is("Microsoft.AspNetCore.Http", "HttpRequest") ? "http.Request"
        : type.Is("Microsoft.AspNetCore.Http", "HttpResponse") ? "http.Response"
        : type.Is("System.Security.Claims", "ClaimsPrincipal") ? "http.User"
        : null;

    /// <summary>The type of one value, without <c>Nullable</c>, where a string can be parsed to it; else null.</summary>
    private static ITypeSymbol? ValueOf(ITypeSymbol type)
    {
        var value = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type;
        return value.TypeKind == TypeKind.Enum || value.AllInterfaces.Any(part =>
            part.Is("System", "IParsable`1") && SymbolEqualityComparer.Default.Equals(part.TypeArguments[0], value))
            ? value
            : null;
    }

    private static bool HasUnknownSource(IParameterSymbol symbol) => symbol.GetAttributes().Any(static attribute =>
        attribute.AttributeClass is { } type
        && (type.Is(Mvc, "FromBodyAttribute") || type.Is(Mvc, "FromFormAttribute") || type.Is("Microsoft.AspNetCore.Http", "AsParametersAttribute")));

    private static bool MayBeBody(IParameterSymbol symbol, IMethodSymbol method) =>
        symbol.Type.TypeKind == TypeKind.Class && !method.Name.StartsWith("Get", StringComparison.Ordinal)
        && !method.Name.StartsWith("Delete", StringComparison.Ordinal);

    private static void Unsupported(IParameterSymbol symbol, IMethodSymbol method, string source, string fix, ParseContext context) => context.Fail(
        DiagnosticDescriptors.UnsupportedParameter,
        symbol.Locations.FirstOrDefault(),
        symbol.Name,
        method.Message(),
        symbol.Type.Message(),
        source,
        fix);
}
