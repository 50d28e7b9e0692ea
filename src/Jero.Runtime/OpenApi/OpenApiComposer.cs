using System.Text.Json.Nodes;
using Jero.Generated;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Jero.OpenApi;

/// <summary>
/// Joins the parts that were generated at compile time into one OpenAPI 3.2 document. Paths are as mapped and components in ordinal order,
/// so that two runs of one build give the same bytes.
/// </summary>
/// <remarks>https://spec.openapis.org/oas/v3.2.0.html</remarks>
internal sealed class OpenApiComposer(JeroOpenApiOptions options, IServiceProvider services)
{
    private readonly OperationSecurity _security = new(
        options.SecuritySchemes, services.GetService<IOptions<AuthorizationOptions>>()?.Value);

    private readonly bool _hasProblems = services.GetService<IProblemDetailsService>() is not null;

    private readonly ILogger _logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("Jero.OpenApi");

    public JsonObject Compose(IEnumerable<Endpoint> endpoints)
    {
        var described = endpoints.OfType<RouteEndpoint>().Where(IsDescribed).ToList();
        var document = new JsonObject { ["openapi"] = "3.2.0", ["info"] = ComposeInfo() };
        if (options.Servers.Count > 0)
        {
            document["servers"] = new JsonArray([.. options.Servers.Select(static url => new JsonObject { ["url"] = url })]);
        }

        var paths = ComposePaths(described, out var listed);
        document["paths"] = paths;
        if (ComposeComponents(listed, paths) is { Count: > 0 } components)
        {
            document["components"] = components;
        }

        options.Transform?.Invoke(document);
        return document;
    }

    private static bool IsDescribed(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<OperationDescription>() is not null
        && endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is not { ExcludeFromDescription: true };

    // The app's name and not that of the entry assembly, which is another program's if a tool or a test runs the app.
    private JsonObject ComposeInfo()
    {
        var name = services.GetRequiredService<IHostEnvironment>().ApplicationName;
        var assembly = AppDomain.CurrentDomain.GetAssemblies().Select(static assembly => assembly.GetName()).FirstOrDefault(assembly => assembly.Name == name);
        var info = new JsonObject
        {
            ["title"] = options.Title ?? name,
            ["version"] = options.Version ?? assembly?.Version?.ToString(3) ?? "1.0.0",
        };
        if (options.Description is { } description)
        {
            info["description"] = description;
        }

        return info;
    }

    private JsonObject ComposePaths(List<RouteEndpoint> endpoints, out List<OperationDescription> listed)
    {
        var paths = new JsonObject();
        listed = [];
        var operations = endpoints.SelectMany(static endpoint => OpenApiPath.Of(endpoint.RoutePattern)
            .Select((path, index) => (Endpoint: endpoint, Path: path, IsShortened: index > 0, Json: ComposeOperation(endpoint)))).ToList();
        var ids = new OperationIds(operations.Select(static operation => (string)operation.Json["operationId"]!));
        foreach (var path in operations.GroupBy(static operation => operation.Path.Identity, StringComparer.Ordinal))
        {
            var first = path.First().Path;
            var names = first.Parameters.Select(static parameter => parameter.Name).ToList();
            var item = new JsonObject();
            var routes = new Dictionary<string, RouteEndpoint>(StringComparer.Ordinal);

            // Like routing, prefers a route with the path itself over one whose last parameter is missing.
            foreach (var (endpoint, own, isShortened, operation) in path.OrderBy(static operation => operation.IsShortened))
            {
                var description = endpoint.Metadata.GetMetadata<OperationDescription>()!;
                if (!routes.TryAdd(description.Verb, endpoint))
                {
                    if (!isShortened)
                    {
                        OpenApiLog.LeftOut(_logger, endpoint.RoutePattern.RawText, routes[description.Verb].RoutePattern.RawText, description.Verb);
                    }

                    continue;
                }

                operation["operationId"] = ids.Take((string)operation["operationId"]!);
                RouteParameters.Describe(operation, own, names);
                _security.Describe(operation, endpoint);
                OperationResponses.AddServerError(operation, _hasProblems);
                item.Add(OpenApiPath.Key(description.Verb), operation);
                listed.Add(description);
            }

            paths.Add(first.Template, item);
        }

        return paths;
    }

    // What a convention says takes precedence over what was known at compile time.
    private static JsonObject ComposeOperation(RouteEndpoint endpoint)
    {
        var operation = JsonNode.Parse(endpoint.Metadata.GetMetadata<OperationDescription>()!.Json())!.AsObject();
        if (endpoint.Metadata.GetMetadata<ITagsMetadata>() is { Tags: var tags })
        {
            operation.Insert(0, "tags", new JsonArray([.. tags.Select(static tag => JsonValue.Create(tag))]));
        }

        if (endpoint.Metadata.GetMetadata<IEndpointNameMetadata>() is { } name)
        {
            operation["operationId"] = name.EndpointName;
        }

        Set(operation, "description", endpoint.Metadata.GetMetadata<IEndpointDescriptionMetadata>()?.Description);
        Set(operation, "summary", endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>()?.Summary);
        if (endpoint.Metadata.GetMetadata<ObsoleteAttribute>() is not null)
        {
            operation["deprecated"] = true;
        }

        return operation;
    }

    private static void Set(JsonObject operation, string name, string? text)
    {
        if (text is null)
        {
            return;
        }

        if (!operation.ContainsKey(name))
        {
            operation.Insert(operation.IndexOf("operationId") + 1, name, text);
        }

        operation[name] = text;
    }

    private JsonObject ComposeComponents(List<OperationDescription> operations, JsonObject paths)
    {
        var schemas = new ComponentSchemas();
        foreach (var schema in operations.SelectMany(static operation => operation.Schemas))
        {
            schemas.Add(schema);
        }

        var components = new JsonObject();
        var text = paths.ToJsonString();
        var hasProblems = text.Contains(ProblemComponents.Reference, StringComparison.Ordinal);
        if (hasProblems || text.Contains(ProblemComponents.SchemaReference, StringComparison.Ordinal))
        {
            schemas.Add(ProblemComponents.Schema);
        }

        if (hasProblems)
        {
            components["responses"] = ProblemComponents.CreateResponses();
        }

        schemas.NameTexts(paths);
        if (schemas.ToJson() is { Count: > 0 } json)
        {
            components["schemas"] = json;
        }

        if (options.SecuritySchemes.Count > 0)
        {
            components["securitySchemes"] = new JsonObject(options.SecuritySchemes
                .OrderBy(static scheme => scheme.Key, StringComparer.Ordinal)
                .Select(static scheme => KeyValuePair.Create(scheme.Key, (JsonNode?)scheme.Value.DeepClone())));
        }

        return components;
    }
}
