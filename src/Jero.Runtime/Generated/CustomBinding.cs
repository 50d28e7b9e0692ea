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

    /// <summary>The parameter that a <c>BindAsync</c> is told of.</summary>
    /// <param name="handler">The generated method that calls the handler; its parameters carry the attributes of the handler's.</param>
    /// <param name="position">From 0; the first is the request's context.</param>
    public static ParameterInfo Parameter(Delegate handler, int position) => handler.Method.GetParameters()[position];

    /// <summary>An absolute or relative reference.</summary>
    public static bool TryParseUri(string text, [MaybeNullWhen(false)] out Uri uri) => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out uri);
}
