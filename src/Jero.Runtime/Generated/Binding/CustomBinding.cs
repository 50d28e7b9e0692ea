using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace Jero.Generated;

/// <summary>What the ways of the framework to bind a type by its own code ask for.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CustomBinding
{
    /// <summary>Calls a type's own implementation of <see cref="IBindableFromHttpContext{TSelf}"/>.</summary>
    public static ValueTask<T?> BindAsync<T>(HttpContext http, ParameterInfo parameter) where T : class, IBindableFromHttpContext<T> =>
        T.BindAsync(http, parameter);

    /// <summary>The handler's parameter that a <c>BindAsync</c> is told of.</summary>
    /// <param name="http">The request, whose endpoint knows the handler.</param>
    /// <param name="position">From 0.</param>
    public static ParameterInfo Parameter(HttpContext http, int position) =>
        http.GetEndpoint()!.Metadata.GetRequiredMetadata<MethodInfo>().GetParameters()[position];

    /// <summary>An absolute or relative reference.</summary>
    public static bool TryParseUri(string text, [MaybeNullWhen(false)] out Uri uri) => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out uri);
}
