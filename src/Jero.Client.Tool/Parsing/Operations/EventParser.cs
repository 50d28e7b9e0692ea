using Jero.Client.Tool.Model;
using Jero.Client.Tool.Parsing.Schemas;
using Microsoft.OpenApi;

namespace Jero.Client.Tool.Parsing.Operations;

/// <summary>
/// Reads the events of a stream. Their item is the parsed event, whose <c>data</c> is text that may hold JSON by <c>contentSchema</c>
/// (OpenAPI 3.2, section 4.14.5); ASP.NET Core describes the JSON as <c>data</c> itself.
/// </summary>
internal sealed class EventParser(SchemaParser schemas)
{
    private sealed record Event(string? Name, Shape? Data, string? Description)
    {
        /// <summary>Whether it has a name that the schema leaves open. One that describes none is a <c>message</c>.</summary>
        public bool IsOpen { get; init; }
    }

    public Answer Parse(IOpenApiMediaType media, Pointer pointer, string operation)
    {
        const string Type = "text/event-stream";
        if (media.ItemSchema is not { } item)
        {
            return new Answer(AnswerKind.TextEvents) { MediaType = Type };
        }

        var (target, place, component) = schemas.Resolve(item, pointer["itemSchema"]);
        if (target is null)
        {
            return new Answer(AnswerKind.TextEvents) { MediaType = Type };
        }

        var (keyword, choices) = target.Choices();
        if (choices.Count == 0)
        {
            if (Cases(target, place, operation) is { Count: > 1 } cases)
            {
                return ParseUnion(target, place, component ?? $"{operation}Event", cases, Type);
            }

            return Single(ParseEvent(target, place, operation), Type);
        }

        var events = choices.Select((choice, i) => ParseChoice(choice, place[keyword][i], operation, i)).OfType<Event>().ToList();
        return ParseUnion(target, place, component ?? $"{operation}Event", events, Type);
    }

    // ASP.NET Core describes a C# union by an enum of its cases for the names, and by the cases for the data, which nothing else tells
    // apart.
    private List<Event> Cases(OpenApiSchema schema, Pointer pointer, string operation)
    {
        if (schema.Properties is not { } members || !members.TryGetValue("event", out var name) || name.Enum is not { Count: > 1 } texts || !members.TryGetValue("data", out var data))
        {
            return [];
        }

        var content = (data as IOpenApiSchemaMissingProperties)?.ContentSchema ?? data;
        var (target, place, component) = schemas.Resolve(content, pointer["properties"]["data"]);
        if (target is null || target.Discriminator is not null)
        {
            return [];
        }

        var (keyword, choices) = target.Choices();
        var cases = choices.Select((choice, i) => (Name: schemas.Resolve(choice, place).Component, Schema: choice, Pointer: place[keyword][i])).ToList();
        var names = texts.Select(static text => text is System.Text.Json.Nodes.JsonValue value && value.TryGetValue<string>(out var one) ? one : null).ToHashSet();
        return names.SetEquals(cases.Select(static one => one.Name))
            ? [.. cases.Select(one => new Event(one.Name, schemas.ParseItem(one.Schema, one.Pointer, component ?? operation), one.Schema.Description))]
            : [];
    }

    private static Answer Single(Event one, string type) =>
        new(one.Data is null ? AnswerKind.TextEvents : AnswerKind.Events) { MediaType = type, Shape = one.Data };

    private Answer ParseUnion(OpenApiSchema schema, Pointer pointer, string name, List<Event> events, string type)
    {
        var unnamed = events.Count(static one => one.Name is null);
        if (events.Count == 1 || (unnamed == events.Count && events.Select(static one => one.Data).Distinct().Count() == 1))
        {
            return Single(events[0], type);
        }

        if (unnamed > 1 || events.Count == 0)
        {
            schemas.Findings.Warn(pointer, "No 'const' of 'event' tells the events apart, so the client takes any JSON as their data.");
            return new Answer(AnswerKind.Events) { MediaType = type, Shape = new AnyShape() };
        }

        var unique = schemas.Types.NewName(name);
        var taken = new HashSet<string>(ObjectParser.Reserved) { "Unknown", "Data", unique };
        var named = events.GroupBy(static one => one.Name ?? (one.IsOpen ? null : "message")).Select(group => Named(group.Key, [.. group], pointer, taken)).ToList();
        schemas.Types.Set(new EventUnion(unique) { Events = named, Description = schema.Description, IsDeprecated = schema.Deprecated });
        return new Answer(AnswerKind.NamedEvents) { MediaType = type, Shape = new NamedShape(unique) };
    }

    private NamedEvent Named(string? name, List<Event> events, Pointer pointer, HashSet<string> taken)
    {
        var data = events[0].Data;
        if (events.Exists(other => other.Data != data))
        {
            schemas.Findings.Warn(pointer, $"{(name is null ? "Events of other names" : $"Events named '{name}'")} are described in several ways, so the client takes any JSON as their data.");
            data = new AnyShape();
        }

        return new NamedEvent(name, Names.Unique(Names.Pascal(name ?? "Other"), taken), data) { Description = events[0].Description };
    }

    private Event? ParseChoice(IOpenApiSchema choice, Pointer pointer, string operation, int index)
    {
        var (target, place, component) = schemas.Resolve(choice, pointer);
        return target is null ? null : ParseEvent(target, place, component ?? $"{operation}{Names.Pascal(target.Properties?.TryGetValue("event", out var name) == true && name.ConstantText() is { } text ? text : $"Event{index + 1}")}");
    }

    private Event ParseEvent(OpenApiSchema schema, Pointer pointer, string name)
    {
        var parts = Parts(schema, pointer).ToList();
        var members = parts.SelectMany(static part => (part.Schema.Properties ?? new Dictionary<string, IOpenApiSchema>()).Select(member => (member.Key, Schema: member.Value, Pointer: part.Pointer["properties"][member.Key])))
            .ToList();
        if (members.LastOrDefault(static member => member.Key == "data") is { Schema: { } data } found)
        {
            var named = members.LastOrDefault(static member => member.Key == "event").Schema;
            var text = named?.ConstantText();
            return new Event(text, ParseData(data, found.Pointer, $"{name}Data"), schema.Description) { IsOpen = named is not null && text is null };
        }

        if (members.Exists(static member => member.Key is "event" or "id" or "retry"))
        {
            return new Event(members.LastOrDefault(static member => member.Key == "event").Schema?.ConstantText(), null, schema.Description);
        }

        schemas.Findings.Warn(pointer, "The schema has no 'data', which an event has, so it is read as the schema of the data.");
        return new Event(null, schemas.ParseItem(schema, pointer, name), schema.Description);
    }

    // The shape of the JSON in the data; null for text.
    private Shape? ParseData(IOpenApiSchema schema, Pointer pointer, string name)
    {
        if (schema is IOpenApiSchemaMissingProperties { ContentSchema: { } content })
        {
            return schemas.ParseItem(content, pointer["contentSchema"], name);
        }

        if (schema is IOpenApiSchemaMissingProperties { ContentMediaType: { } type } && MediaTypes.IsJson(type))
        {
            return new AnyShape();
        }

        return schema is not OpenApiSchemaReference && (schema.Type & ~JsonSchemaType.Null) == JsonSchemaType.String ? null : schemas.ParseItem(schema, pointer, name);
    }

    private IEnumerable<(OpenApiSchema Schema, Pointer Pointer)> Parts(OpenApiSchema schema, Pointer pointer)
    {
        for (var i = 0; i < (schema.AllOf?.Count ?? 0); i++)
        {
            if (schemas.Resolve(schema.AllOf![i], pointer["allOf"][i]) is ({ } target, var place, _) && target != schema)
            {
                foreach (var part in Parts(target, place))
                {
                    yield return part;
                }
            }
        }

        yield return (schema, pointer);
    }
}
