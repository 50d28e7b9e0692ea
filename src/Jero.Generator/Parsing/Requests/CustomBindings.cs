using Jero.Generator.Model;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Requests;

/// <summary>Types that bind themselves, by a static <c>BindAsync</c>.</summary>
/// <remarks>https://learn.microsoft.com/aspnet/core/fundamentals/minimal-apis/parameter-binding#custom-binding</remarks>
internal static class CustomBindings
{
    public static BoundValue? Parse(BindingTarget target, HandlerScope scope)
    {
        if (Find(target.ValueType) is not var (method, isNullable))
        {
            return null;
        }

        scope.CheckCall(method, target);
        var isReplaced = target.IsOptional && isNullable && target.Type is { IsValueType: true } && !target.IsNullableValue;
        var isChecked = !target.IsOptional && isNullable;
        var source = new CustomSource(
            target.ValueType.ToBareName(),
            method?.ContainingType.ToBareName(),
            method is null || method.Parameters.Length == 2,
            target.Name,
            isChecked,
            isReplaced ? target.Default : null);
        return new BoundValue(target, target.Bind(BindingSource.Custom, target.Name, source) with { CanFail = isChecked }, IsAwaited: true);
    }

    // BindAsync(HttpContext, ParameterInfo) is preferred to BindAsync(HttpContext), as in ASP.NET Core. An inherited method may return a
    // base type.
    private static (IMethodSymbol? Method, bool IsNullable)? Find(ITypeSymbol type)
    {
        for (var part = type; part is not null; part = part.BaseType)
        {
            var found = part.GetMembers("BindAsync").OfType<IMethodSymbol>()
                .Where(method => IsBinder(method, type))
                .OrderByDescending(static method => method.Parameters.Length)
                .FirstOrDefault();
            if (found is not null)
            {
                var isPlainStruct = type.IsValueType && SymbolEqualityComparer.Default.Equals(ResultOf(found), type);
                return (found, !isPlainStruct);
            }
        }

        return type.AllInterfaces.Any(part => part.Is(KnownTypes.IBindableFromHttpContext) && SymbolEqualityComparer.Default.Equals(part.TypeArguments[0], type))
            ? (null, true)
            : null;
    }

    private static bool IsBinder(IMethodSymbol method, ITypeSymbol type) =>
        method is { IsStatic: true, IsGenericMethod: false, DeclaredAccessibility: Accessibility.Public, Parameters.Length: 1 or 2 }
        && method.Parameters[0].Type.Is(KnownTypes.HttpContext)
        && (method.Parameters.Length == 1 || method.Parameters[1].Type.Is(KnownTypes.ParameterInfo))
        && ResultOf(method) is { } result
        && SymbolEqualityComparer.Default.Equals(
            result is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : result, type);

    private static ITypeSymbol? ResultOf(IMethodSymbol method) =>
        method.ReturnType.Is(KnownTypes.ValueTaskOfT) ? ((INamedTypeSymbol)method.ReturnType).TypeArguments[0] : null;
}
