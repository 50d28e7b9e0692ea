using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace Jero.Generated;

/// <summary>Supports the ways in which ASP.NET Core lets a type bind itself.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CustomBinding
{
    /// <summary>Calls a type's own implementation of <see cref="IBindableFromHttpContext{TSelf}"/>.</summary>
    public static ValueTask<T?> BindAsync<T>(HttpContext http, ParameterInfo parameter) where T : class, IBindableFromHttpContext<T> =>
        T.BindAsync(http, parameter);

    /// <summary>Finds the handler's parameter that a <c>BindAsync</c> gets.</summary>
    /// <param name="http">The request, whose endpoint knows the handler.</param>
    /// <param name="position">The position of the parameter, counted from 0.</param>
    public static ParameterInfo Parameter(HttpContext http, int position) =>
        http.GetEndpoint()!.Metadata.GetRequiredMetadata<MethodInfo>().GetParameters()[position];

    /// <summary>Parses an absolute or relative URI reference.</summary>
    public static bool TryParseUri(string text, [MaybeNullWhen(false)] out Uri uri) => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out uri);
}
