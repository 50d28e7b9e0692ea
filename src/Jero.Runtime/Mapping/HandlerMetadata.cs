using System.Reflection;
using Jero.Endpoints;
using Jero.Generated;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Jero.Mapping;

/// <summary>Adds what an endpoint's metadata says about its handler.</summary>
internal static class HandlerMetadata
{
    public static void Add(EndpointBuilder endpoint, HandlerDescription handler, MethodInfo method, string verb)
    {
        CheckServices(endpoint, handler);
        AddParameters(endpoint, handler, method);
        AddBody(endpoint, handler);
        if (HasStream(method.ReturnType))
        {
            endpoint.Metadata.Add(NoOutputCache.Instance);
            endpoint.Metadata.Add(new AppServices(endpoint.ApplicationServices));
        }

        if (HasJson(method.ReturnType))
        {
            endpoint.Metadata.Add(NoCookieRedirect.Instance);
        }

        foreach (var item in handler.Metadata)
        {
            endpoint.Metadata.Add(item);
        }

        if (verb == handler.Verb)
        {
            endpoint.Metadata.Add(handler.Operation);
            return;
        }

        endpoint.Metadata.Add(new ExcludeFromDescriptionAttribute());
    }

    /// <summary>
    /// Hides the name, which must be unique among all endpoints and belongs to GET. The metadata that carries it stays, because an
    /// attribute of the user's may carry more.
    /// </summary>
    public static void HideName(EndpointBuilder endpoint) => endpoint.Metadata.Add(NoName.Instance);

    // A stream itself, or a Task or union of one.
    private static bool HasStream(Type type) =>
        type.IsAssignableTo(typeof(JeroStreamResponse)) || (!type.IsAssignableTo(typeof(JeroResponse)) && type.GenericTypeArguments.Any(HasStream));

    // Like above, for events, lines, items and single values, but not for bytes.
    private static bool HasJson(Type type) => type.IsAssignableTo(typeof(JeroResponse))
        ? !type.IsAssignableTo(typeof(IByteResponse))
        : type.GenericTypeArguments.Any(HasJson);

    private static void CheckServices(EndpointBuilder endpoint, HandlerDescription handler)
    {
        if (handler.Services.Count > 0
            && endpoint.ApplicationServices.GetService<IServiceProviderIsService>() is { } services
            && handler.Services.FirstOrDefault(type => !services.IsService(type)) is { } missing)
        {
            throw new InvalidOperationException(
                $"The handler '{endpoint.DisplayName}' takes '{missing}' from the services, but none of that type is registered. Register it, make the parameter nullable if it may be missing, or add [FromBody] to read it from the body.");
        }
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
                $"The handler '{endpoint.DisplayName}' reads '{body.RequestType}' from the body, but that type is a registered service. Add [FromServices] to the parameter, or [FromBody] to read it from the body.");
        }

        endpoint.Metadata.Add(body);
        if (body.IsForm)
        {
            endpoint.Metadata.Add(NeedsAntiforgery.Instance);
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

    private sealed class NoName : IEndpointNameMetadata, IRouteNameMetadata
    {
        public static NoName Instance { get; } = new();

        // Routing takes null for "no name", although the interface does not allow it.
        public string EndpointName => null!;

        public string? RouteName => null;
    }

    // Not RequireAntiforgeryTokenAttribute: it would bring its assembly, with all of its texts, into every native binary.
    private sealed class NeedsAntiforgery : IAntiforgeryMetadata
    {
        public static NeedsAntiforgery Instance { get; } = new();

        public bool RequiresValidation => true;
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
