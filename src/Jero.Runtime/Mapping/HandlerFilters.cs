using Jero.Generated;
using Jero.Streaming;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Jero.Mapping;

/// <summary>Builds the filters of an endpoint around its handler.</summary>
internal static class HandlerFilters
{
    /// <summary>Builds the filters, the first added outermost, with the handler at their end; null if there are none.</summary>
    public static EndpointFilterDelegate? Build(EndpointBuilder endpoint, HandlerDescription handler)
    {
        if (endpoint.FilterFactories.Count == 0)
        {
            return null;
        }

        var context = new EndpointFilterFactoryContext { MethodInfo = handler.MethodInfo, ApplicationServices = endpoint.ApplicationServices };
        return endpoint.FilterFactories.Reverse().Aggregate(CallGuarded(handler.Invoke), (next, factory) => factory(context, next));
    }

    private static EndpointFilterDelegate CallGuarded(EndpointFilterDelegate invoke) => async context =>
    {
        // A filter may return null in place of a result; a handler may not.
        var result = await invoke(context) ?? throw EndpointResults.ReturnedNull(context.HttpContext);
        if (StreamOf(result) is { } stream)
        {
            UnsentSource.ReleaseAtEnd(context.HttpContext, stream);
        }

        return result;
    };

    private static JeroStreamResponse? StreamOf(object? result) => result switch
    {
        JeroStreamResponse stream => stream,
        INestedHttpResult { Result: var nested } => StreamOf(nested),
        _ => null,
    };
}
