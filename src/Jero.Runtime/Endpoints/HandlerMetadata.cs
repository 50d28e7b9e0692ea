using System.Reflection;
using Jero.Generated;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Jero.Endpoints;

/// <summary>What an endpoint's metadata says of its handler.</summary>
internal static class HandlerMetadata
{
    public static void Add(EndpointBuilder endpoint, HandlerDescription handler, MethodInfo method, string verb)
    {
        AddParameters(endpoint, handler, method);
        AddBody(endpoint, handler);
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

    private static void AddBody(EndpointBuilder endpoint, HandlerDescription handler)
    {
        if (handler.Body is not { } body)
        {
            return;
        }

        if (body.IsInferred && endpoint.ApplicationServices.GetService<IServiceProviderIsService>()?.IsService(body.RequestType!) == true)
        {
            throw new InvalidOperationException(
                $"The handler '{endpoint.DisplayName}' reads '{body.RequestType}' from the body, but that is a registered service. Say [FromServices] at its parameter, or [FromBody] if the body is meant.");
        }

        endpoint.Metadata.Add(body);
        if (body.IsForm)
        {
            endpoint.Metadata.Add(new RequireAntiforgeryTokenAttribute());
        }
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
            endpoint.Metadata.Add(new ParameterBinding(bound.Parameter ?? parameters[bound.Position], bound));
        }
    }

    private sealed class ParameterBinding(ParameterInfo parameter, BoundParameter bound) : IParameterBindingMetadata
    {
        public string Name => parameter.Name!;

        public bool HasTryParse => bound.IsParsed;

        public bool HasBindAsync => bound.IsCustom;

        public ParameterInfo ParameterInfo => parameter;

        public bool IsOptional => bound.IsOptional;

        public override string ToString() => $"{parameter.ParameterType} {Name}";
    }
}
