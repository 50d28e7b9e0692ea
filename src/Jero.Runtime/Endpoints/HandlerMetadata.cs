using System.Reflection;
using Jero.Generated;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Jero.Endpoints;

/// <summary>What an endpoint's metadata says of its handler.</summary>
internal static class HandlerMetadata
{
    public static void Add(EndpointBuilder endpoint, HandlerDescription handler, MethodInfo method, string verb)
    {
        AddParameters(endpoint, handler, method);
        foreach (var item in handler.Metadata)
        {
            endpoint.Metadata.Add(item);
        }

        if (verb == handler.Verb)
        {
            endpoint.Metadata.Add(handler.Operation);
            return;
        }

        // HEAD is not described, and a name or a route leads to the GET endpoint. A name itself is kept: the attribute that carries it may
        // carry more.
        endpoint.Metadata.Add(new ExcludeFromDescriptionAttribute());
        endpoint.Metadata.Add(new SuppressLinkGenerationMetadata());
    }

    private static void AddParameters(EndpointBuilder endpoint, HandlerDescription handler, MethodInfo method)
    {
        if (handler.Parameters.Count == 0)
        {
            return;
        }

        var parameters = method.GetParameters();
        foreach (var bound in handler.Parameters)
        {
            endpoint.Metadata.Add(new ParameterBinding(parameters[bound.Position], bound));
        }
    }

    private sealed class ParameterBinding(ParameterInfo parameter, BoundParameter bound) : IParameterBindingMetadata
    {
        public string Name => parameter.Name!;

        public bool HasTryParse => bound.IsParsed;

        public bool HasBindAsync => false;

        public ParameterInfo ParameterInfo => parameter;

        public bool IsOptional => bound.IsOptional;

        public override string ToString() => $"{parameter.ParameterType} {Name}";
    }
}
