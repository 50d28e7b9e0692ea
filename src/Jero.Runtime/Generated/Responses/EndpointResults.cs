using System.ComponentModel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Jero.Generated;

/// <summary>Sends what an endpoint filter returned instead of the handler's response, by the rules of minimal APIs.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EndpointResults
{
    /// <summary>Executes a result, sends a string as text, and sends anything else as JSON by the app's options.</summary>
    /// <exception cref="InvalidOperationException">The handler returned null.</exception>
    public static Task SendAsync(HttpContext http, object? result) => result switch
    {
        IResult executable => executable.ExecuteAsync(http),
        string text => SendTextAsync(http, text),
        null => throw ReturnedNull(http),
        _ => SendJsonAsync(http, result),
    };

    /// <summary>Returns what a union holds, or the value itself.</summary>
    public static object? Unwrap(object? result)
    {
        while (result is INestedHttpResult nested)
        {
            result = nested.Result;
        }

        return result;
    }

    /// <summary>Runs the filters before the handler, and sends the result.</summary>
    /// <param name="filters">The filters, with the handler at their end.</param>
    /// <param name="context">The bound arguments.</param>
    /// <param name="send">Sends the handler's own response, or what a filter returned instead.</param>
    public static async Task FilterAsync(EndpointFilterDelegate filters, EndpointFilterInvocationContext context, Func<HttpContext, object?, Task> send)
    {
        var http = context.HttpContext;
        await (await filters(context) is { } result ? send(http, result) : SendNullAsync(http));
    }

    internal static InvalidOperationException ReturnedNull(HttpContext http) =>
        new($"The handler of '{http.GetEndpoint()?.DisplayName}' returned null. Return a response, or throw a ProblemException.");

    private static Task SendNullAsync(HttpContext http)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        return http.Response.WriteAsync("null", http.RequestAborted);
    }

    private static Task SendTextAsync(HttpContext http, string text)
    {
        http.Response.ContentType ??= "text/plain; charset=utf-8";
        return http.Response.WriteAsync(text, http.RequestAborted);
    }

    private static Task SendJsonAsync(HttpContext http, object result)
    {
        var options = http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        return http.Response.WriteAsJsonAsync(result, options.GetTypeInfo(result.GetType()), cancellationToken: http.RequestAborted);
    }
}
