using Jero.Client.Tool.Model;
using Jero.Client.Tool.Parsing.Schemas;
using Microsoft.OpenApi;

namespace Jero.Client.Tool.Parsing.Operations;

/// <summary>Reads the parameters of an operation.</summary>
internal sealed class ParameterParser(SchemaParser schemas)
{
    // The first three are said by bodies, media types and security (OpenAPI 3.2, section 4.12).
    private static readonly string[] Unsaid = ["Accept", "Content-Type", "Authorization"];

    /// <summary>The parameters; null if the operation cannot be made without one that is left out.</summary>
    /// <param name="all">Those of the path and of the operation, with the place of each.</param>
    /// <param name="operation">The name of the operation.</param>
    /// <param name="isEvents">Whether the id of the last event is the stream's own affair.</param>
    /// <param name="taken">The names that are given away.</param>
    public List<Parameter>? Parse(IEnumerable<(IOpenApiParameter Parameter, Pointer Pointer)> all, string operation, bool isEvents, HashSet<string> taken)
    {
        var parsed = new List<Parameter>();
        // Those of an operation go before those of its path.
        foreach (var (parameter, pointer) in all.GroupBy(static one => (one.Parameter.Name, one.Parameter.In)).Select(static group => group.Last()))
        {
            if (parameter.Name is not { Length: > 0 } name || IsUnsaid(parameter, isEvents))
            {
                continue;
            }

            if (Obstacle(parameter) is { } obstacle)
            {
                schemas.Findings.Warn(pointer, $"The {parameter.In?.ToString().ToLowerInvariant()} parameter '{name}' is left out: {obstacle}.");
                if (parameter.Required && parameter.In is not ParameterLocation.Cookie)
                {
                    return null;
                }

                continue;
            }

            parsed.Add(Parse(parameter, name, pointer, operation, taken));
        }

        return [.. parsed.OrderBy(static parameter => parameter.IsRequired ? 0 : 1)];
    }

    private Parameter Parse(IOpenApiParameter parameter, string name, Pointer pointer, string operation, HashSet<string> taken)
    {
        var place = parameter.In switch { ParameterLocation.Path => Place.Path, ParameterLocation.Header => Place.Header, _ => Place.Query };
        return new Parameter
        {
            Name = name,
            Identifier = Names.Unique(Names.Camel(name), taken),
            Place = place,
            Shape = schemas.Parse(parameter.Schema, pointer["schema"], operation + Names.Pascal(name)),
            IsRequired = parameter.Required || place == Place.Path,
            IsDeprecated = parameter.Deprecated,
            Description = parameter.Description ?? parameter.Schema?.Description,
            Separator = Separator(parameter),
        };
    }

    private static bool IsUnsaid(IOpenApiParameter parameter, bool isEvents) => parameter.In == ParameterLocation.Header
        && (Unsaid.Contains(parameter.Name, StringComparer.OrdinalIgnoreCase)
            || (isEvents && string.Equals(parameter.Name, "Last-Event-ID", StringComparison.OrdinalIgnoreCase)));

    private static string? Separator(IOpenApiParameter parameter) => parameter switch
    {
        { Style: ParameterStyle.SpaceDelimited } => " ",
        { Style: ParameterStyle.PipeDelimited } => "|",
        // The library's own default of 'explode' follows the style, as the specification's does.
        { In: ParameterLocation.Query, Explode: true } => null,
        _ => ",",
    };

    // Why a client cannot send it; null if it can.
    private string? Obstacle(IOpenApiParameter parameter)
    {
        if (parameter.In is ParameterLocation.Cookie)
        {
            return "cookies are the business of the browser, or of the handler's CookieContainer";
        }

        if (parameter.In is not (ParameterLocation.Path or ParameterLocation.Query or ParameterLocation.Header))
        {
            return "a whole query string has no form of its own here";
        }

        if (parameter.Content is { Count: > 0 })
        {
            return "its value has a media type, and only plain values are sent";
        }

        if (parameter.Style is not (null or ParameterStyle.Simple or ParameterStyle.Form or ParameterStyle.SpaceDelimited or ParameterStyle.PipeDelimited))
        {
            return $"the style '{parameter.Style}' is not sent";
        }

        return IsPlain(parameter.Schema, depth: 0) ? null : "it is an object, or may be one, and only single values and lists of them are sent";
    }

    private bool IsPlain(IOpenApiSchema? schema, int depth)
    {
        if (schema is null || depth > 8 || schemas.Resolve(schema, Pointer.Root) is not ({ } target, _, var component))
        {
            return false;
        }

        if (component is not null && schemas.Existing.ContainsKey(component))
        {
            return false;
        }

        var choices = target.Choices().Schemas.Concat(target.AllOf ?? Enumerable.Empty<IOpenApiSchema>()).Where(static choice => !choice.IsNull()).ToList();
        return choices.Count > 0
            ? choices.TrueForAll(choice => IsPlain(choice, depth + 1)) && choices.Select(Kind).Distinct().Count() == 1
            : (target.Type & ~JsonSchemaType.Null) switch
            {
                JsonSchemaType.Array => depth == 0 && IsPlain(target.Items, depth + 1),
                JsonSchemaType.Object => false,
                null or 0 => target.Enum is { Count: > 0 } || target.Const is not null,
                _ => ScalarParser.Parse(target) is not null,
            };
    }

    private JsonSchemaType? Kind(IOpenApiSchema schema) => schemas.Resolve(schema, Pointer.Root).Target?.Type & ~JsonSchemaType.Null;
}
