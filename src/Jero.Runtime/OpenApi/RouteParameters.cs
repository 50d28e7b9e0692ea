using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Jero.OpenApi;

/// <summary>
/// Describes the parameters of the real route. The parameters of groups around an endpoint are known only once it is mapped, and
/// constraints narrow those of the handler.
/// </summary>
internal static class RouteParameters
{
    /// <summary>
    /// Adds parameters that the operation does not describe yet, in the order of the path, and removes those that are not in the path.
    /// </summary>
    /// <param name="operation">An Operation Object.</param>
    /// <param name="path">The path that it answers.</param>
    /// <param name="names">The names of the parameters in the path that it is listed under, which may be another endpoint's.</param>
    public static void Describe(JsonObject operation, OpenApiPath path, IReadOnlyList<string> names)
    {
        RemoveMissing(operation, path);
        if (path.Parameters.Count == 0)
        {
            return;
        }

        if (operation["parameters"] is not JsonArray parameters)
        {
            parameters = [];
            operation["parameters"] = parameters;
        }

        for (var i = 0; i < path.Parameters.Count; i++)
        {
            var part = path.Parameters[i];
            var parameter = Find(parameters, "path", part.Name);
            if (parameter is null && Find(parameters, "query", part.Name) is { } inferred)
            {
                parameter = inferred;
                TakeFromRoute(operation, inferred);
            }

            if (parameter is null)
            {
                parameter = new JsonObject
                {
                    ["name"] = part.Name,
                    ["in"] = "path",
                    ["required"] = true,
                    ["schema"] = new JsonObject { ["type"] = "string" },
                };
                parameters.Insert(i, parameter);
                ApplyTypes(parameter["schema"]!.AsObject(), part);
            }

            ApplyLimits(parameter["schema"] as JsonObject, part);
            parameter["name"] = names[i];
        }
    }

    private static void RemoveMissing(JsonObject operation, OpenApiPath path)
    {
        if (operation["parameters"] is not JsonArray parameters)
        {
            return;
        }

        var missing = parameters.OfType<JsonObject>()
            .Where(parameter => (string?)parameter["in"] == "path"
                && !path.Parameters.Any(part => string.Equals(part.Name, (string?)parameter["name"], StringComparison.OrdinalIgnoreCase)))
            .ToList();
        missing.ForEach(parameter => parameters.Remove(parameter));
        if (parameters.Count == 0)
        {
            operation.Remove("parameters");
        }
    }

    // A handler's parameter without an attribute takes the route's value if the prefix of a group has a parameter of that name.
    private static void TakeFromRoute(JsonObject operation, JsonObject parameter)
    {
        parameter["in"] = "path";
        parameter.Remove("required");
        parameter.Insert(parameter.IndexOf("schema"), "required", true);
        var schema = parameter["schema"]!.AsObject();
        schema.Remove("default");
        if ((string?)schema["type"] != "string" || schema.ContainsKey("format") || schema.ContainsKey("enum"))
        {
            OperationResponses.Add(operation, "404", new JsonObject { ["$ref"] = ProblemComponents.Reference });
        }
    }

    private static JsonObject? Find(JsonArray parameters, string source, string name) => parameters.OfType<JsonObject>().FirstOrDefault(parameter =>
        (string?)parameter["in"] == source && string.Equals((string?)parameter["name"], name, StringComparison.OrdinalIgnoreCase));

    private static void ApplyTypes(JsonObject schema, RoutePatternParameterPart part)
    {
        foreach (var policy in part.ParameterPolicies)
        {
            var (type, format) = Parse(policy.Content).Name switch
            {
                "int" => ("integer", "int32"),
                "long" => ("integer", "int64"),
                "min" or "max" or "range" => ("integer", "int64"),
                "bool" => ("boolean", null),
                "decimal" => ("number", "decimal"),
                "double" => ("number", "double"),
                "float" => ("number", "float"),
                "guid" => ("string", "uuid"),
                _ => ((string?)null, (string?)null),
            };
            if (type is null || (string?)schema["type"] != "string" || schema.ContainsKey("format"))
            {
                continue;
            }

            schema["type"] = type;
            if (format is not null)
            {
                schema["format"] = format;
            }
        }
    }

    // https://learn.microsoft.com/aspnet/core/fundamentals/routing#route-constraints
    private static void ApplyLimits(JsonObject? schema, RoutePatternParameterPart part)
    {
        var type = schema?["type"] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
        foreach (var policy in part.ParameterPolicies)
        {
            var (name, arguments) = Parse(policy.Content);
            switch (type, name, arguments)
            {
                case ("integer" or "number", "min", [var least]):
                    Set(schema!, "minimum", least);
                    break;
                case ("integer" or "number", "max", [var most]):
                    Set(schema!, "maximum", most);
                    break;
                case ("integer" or "number", "range", [var least, var most]):
                    Set(schema!, "minimum", least);
                    Set(schema!, "maximum", most);
                    break;
                case ("string", "minlength", [var least]):
                    Set(schema!, "minLength", least);
                    break;
                case ("string", "maxlength", [var most]):
                    Set(schema!, "maxLength", most);
                    break;
                case ("string", "length", [var exactly]):
                    Set(schema!, "minLength", exactly);
                    Set(schema!, "maxLength", exactly);
                    break;
                case ("string", "length", [var least, var most]):
                    Set(schema!, "minLength", least);
                    Set(schema!, "maxLength", most);
                    break;
                case ("string", "alpha", _):
                    schema!.TryAdd("pattern", "^[A-Za-z]*$");
                    break;
                case ("string", "regex", _) when policy.Content!["regex(".Length..^1] is var regex && EcmaPattern.Is(regex):
                    schema!.TryAdd("pattern", EcmaPattern.IgnoringCase(regex));
                    break;
            }
        }
    }

    // "range(1,5)"
    private static (string? Name, string[] Arguments) Parse(string? content)
    {
        var start = content?.IndexOf('(', StringComparison.Ordinal) ?? -1;
        return start < 0 || !content!.EndsWith(')')
            ? (content, [])
            : (content[..start], content[(start + 1)..^1].Split(',', StringSplitOptions.TrimEntries));
    }

    private static void Set(JsonObject schema, string keyword, string number)
    {
        if (long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            schema.TryAdd(keyword, value);
        }
    }
}
