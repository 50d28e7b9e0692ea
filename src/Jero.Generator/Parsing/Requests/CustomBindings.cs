using Jero.Generator.Model;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Requests;

/// <summary>Types that bind themselves, by a static <c>BindAsync</c>.</summary>
/// <remarks>https://learn.microsoft.com/aspnet/core/fundamentals/minimal-apis/parameter-binding#custom-binding</remarks>
internal static class CustomBindings
{
    private const string Http = "Microsoft.AspNetCore.Http";

    public static BoundValue? Parse(BindingTarget target, HandlerScope scope)
    {
        if (Call(target.ValueType, $"JeroGen::CustomBinding.Parameter(http, {target.Position})") is not var (call, isNullable, method))
        {
            return null;
        }

        scope.CheckCall(method, target);
        if (target.IsOptional && isNullable && target.Type is { IsValueType: true } && !target.IsNullableValue)
        {
            return new BoundValue(target, target.Bind(BindingSource.Custom, target.Name, $"await {call} ?? {target.Default}"), IsAwaited: true);
        }

        var isChecked = !target.IsOptional && isNullable;
        return new BoundValue(
            target,
            target.Bind(
                BindingSource.Custom,
                target.Name,
                isChecked ? $"request.Required({SymbolNames.Literal(target.Name)}, await {call})" : $"await {call}") with
            { CanFail = isChecked },
            IsAwaited: true);
    }

    // BindAsync(HttpContext, ParameterInfo) is preferred to BindAsync(HttpContext), as the framework does; an inherited one may return a base.
    private static (string Code, bool IsNullable, IMethodSymbol? Method)? Call(ITypeSymbol type, string parameter)
    {
        for (var part = type; part is not null; part = part.BaseType)
        {
            var found = part.GetMembers("BindAsync").OfType<IMethodSymbol>()
                .Where(method => IsBinder(method, type))
                .OrderByDescending(static method => method.Parameters.Length)
                .FirstOrDefault();
            if (found is not null)
            {
                var arguments = found.Parameters.Length == 2 ? $"http, {parameter}" : "http";
                var isPlainStruct = type.IsValueType && SymbolEqualityComparer.Default.Equals(ResultOf(found), type);
                return ($"{part.BareCode()}.BindAsync({arguments})", !isPlainStruct, found);
            }
        }

        return type.AllInterfaces.Any(part => part.Is(Http, "IBindableFromHttpContext`1") && SymbolEqualityComparer.Default.Equals(part.TypeArguments[0], type))
            ? ($"JeroGen::CustomBinding.BindAsync<{type.BareCode()}>(http, {parameter})", true, null)
            : null;
    }

    private static bool IsBinder(IMethodSymbol method, ITypeSymbol type) =>
        method is { IsStatic: true, IsGenericMethod: false, DeclaredAccessibility: Accessibility.Public, Parameters.Length: 1 or 2 }
        && method.Parameters[0].Type.Is(Http, "HttpContext")
        && (method.Parameters.Length == 1 || method.Parameters[1].Type.Is("System.Reflection", "ParameterInfo"))
        && ResultOf(method) is { } result
        && SymbolEqualityComparer.Default.Equals(
            result is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : result, type);

    private static ITypeSymbol? ResultOf(IMethodSymbol method) =>
        method.ReturnType.Is("System.Threading.Tasks", "ValueTask`1") ? ((INamedTypeSymbol)method.ReturnType).TypeArguments[0] : null;
}
