using System.Text.Json;
using Jero.Client.Tool.Model;

namespace Jero.Client.Tool.Emission.TypeScript;

/// <summary>Prints the operations: what the client's interface says, and the calls behind it.</summary>
internal sealed class MethodPrinter(SourceWriter source, IReadOnlyList<TypeDefinition> types)
{
    /// <summary>The sections of the runtime that the calls use.</summary>
    public HashSet<string> Sections { get; } = [];

    public static string NameOf(Operation operation) => operation.Name is ['_', ..] ? operation.Name : JsonNamingPolicy.CamelCase.ConvertName(operation.Name);

    public void PrintSignature(Operation operation)
    {
        var comment = new DeclarationPrinter(source, types);
        var description = operation.Description == operation.Summary ? null : operation.Description;
        comment.PrintComment(string.Join("\n", new[] { operation.Summary, description }.OfType<string>()), operation.IsDeprecated);
        var members = Parameters(operation).ToList();
        var isRequired = members.Exists(static member => member.IsRequired);
        // The type that is yielded depends on the options.
        var (name, options) = IsClosed(operation.Answer)
            ? ($"{NameOf(operation)}<TOptions extends EventOptions>", "TOptions")
            : (NameOf(operation), Options(operation.Answer));
        if (members.Count == 0)
        {
            source.Write($"{name}(parameters?: Record<string, never>, options?: {options}): {Result(operation.Answer)};");
            return;
        }

        source.Write($"{name}(").Indent().Open($"parameters{(isRequired ? "" : "?")}: {{".TrimEnd('{', ' '));
        foreach (var member in members)
        {
            comment.PrintComment(member.Description, member.IsDeprecated);
            source.Write($"{TypeScriptTypes.Member(member.Name)}{(member.IsRequired ? "" : "?")}: {member.Type};");
        }

        source.Close("},").Write($"options?: {options},").Outdent().Write($"): {Result(operation.Answer)};");
    }

    public void PrintCall(Operation operation)
    {
        var members = Parameters(operation).ToList();
        var arguments = members.Count == 0 ? "_parameters" : members.Exists(static member => member.IsRequired) ? "parameters" : "parameters = {}";
        source.Write($"{NameOf(operation)}: ({arguments}, options) =>").Indent();
        source.Write($"{Function(operation.Answer)}(").Indent().Write("client,").Open();
        source.Write($"method: {TypeScriptTypes.Literal(operation.Method)},").Write($"path: {PathOf(operation)},");
        PrintValues("query", operation.Parameters.Where(static parameter => parameter.Place == Place.Query));
        PrintValues("headers", operation.Parameters.Where(static parameter => parameter.Place == Place.Header));
        PrintBody(operation.Body);
        if (operation.Answer.MediaType is { } accept)
        {
            source.Write($"accept: {TypeScriptTypes.Literal(accept)},");
        }

        source.Close("},").Write("options,");
        PrintReading(operation.Answer);
        source.Outdent().Write("),").Outdent();
    }

    private sealed record Member(string Name, string Type, bool IsRequired, string? Description, bool IsDeprecated);

    private static IEnumerable<Member> Parameters(Operation operation)
    {
        foreach (var parameter in operation.Parameters.Concat(operation.Body?.Fields ?? []))
        {
            yield return new Member(parameter.Identifier, TypeOf(parameter), parameter.IsRequired, parameter.Description, parameter.IsDeprecated);
        }

        if (operation.Body is { Kind: not (BodyKind.Form or BodyKind.Multipart) } body)
        {
            var type = body.Kind switch
            {
                BodyKind.Json => TypeScriptTypes.Of(body.Shape!),
                BodyKind.Items => $"Iterable<{TypeScriptTypes.Of(body.Shape!)}> | AsyncIterable<{TypeScriptTypes.Of(body.Shape!)}>",
                BodyKind.Text => "string",
                _ => "BodyInit",
            };
            yield return new Member(body.Identifier, type, body.IsRequired, body.Description, IsDeprecated: false);
        }
    }

    private static string TypeOf(Parameter parameter) => (parameter.Place, parameter.Shape.Value) switch
    {
        (Place.Form, ScalarShape { Kind: Scalar.File }) => "Blob",
        (Place.Form, ListShape { Item: ScalarShape { Kind: Scalar.File } }) => "readonly Blob[]",
        (_, ListShape list) => TypeScriptTypes.Of(list) is var type && type.EndsWith("[]", StringComparison.Ordinal)
            ? $"readonly {type}"
            : $"Readonly{type}",
        _ => TypeScriptTypes.Of(parameter.Shape),
    };

    private static string Options(Answer answer) => answer.Kind switch
    {
        AnswerKind.Events or AnswerKind.TextEvents or AnswerKind.NamedEvents => "EventOptions",
        AnswerKind.Items => "StreamOptions",
        _ => "CallOptions",
    };

    private string Result(Answer answer) => answer.Kind switch
    {
        AnswerKind.Nothing => "Promise<void>",
        AnswerKind.Json => $"Promise<{TypeScriptTypes.Of(answer.Shape!)}>",
        AnswerKind.Text => "Promise<string>",
        AnswerKind.Bytes => "Promise<Response>",
        _ when IsClosed(answer) => $"AsyncIterable<{Item(answer)} | UnknownEvent<TOptions>>",
        _ => $"AsyncIterable<{Item(answer)}>",
    };

    private static string Item(Answer answer) => answer.Kind switch
    {
        AnswerKind.Items or AnswerKind.NamedEvents => TypeScriptTypes.Of(answer.Shape!),
        AnswerKind.TextEvents => "StreamEvent<string, string>",
        _ => $"StreamEvent<string, {TypeScriptTypes.Of(answer.Shape!)}>",
    };

    private string Function(Answer answer)
    {
        var name = answer.Kind switch
        {
            AnswerKind.Nothing => "nothing",
            AnswerKind.Json => "value",
            AnswerKind.Text => "text",
            AnswerKind.Bytes => "bytes",
            AnswerKind.Items => "items",
            _ => "events",
        };
        Sections.Add(name);
        return name is "items" or "events" ? $"{name}/*ts <{Item(answer)}>*/" : name == "value" ? $"value/*ts <{TypeScriptTypes.Of(answer.Shape!)}>*/" : name;
    }

    private string PathOf(Operation operation)
    {
        if (operation.Path.All(static part => part.Parameter is null))
        {
            return TypeScriptTypes.Literal(string.Concat(operation.Path.Select(static part => part.Text)));
        }

        Sections.Add("segment");
        return $"`{string.Concat(operation.Path.Select(static part => part.Parameter is { } parameter ? $"${{segment({Value(parameter)})}}" : Template(part.Text)))}`";
    }

    private static string Template(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("`", "\\`", StringComparison.Ordinal)
        .Replace("${", "\\${", StringComparison.Ordinal);

    private void PrintValues(string name, IEnumerable<Parameter> parameters)
    {
        var all = parameters.ToList();
        if (all.Count == 0)
        {
            return;
        }

        source.Write($"{name}: [").Indent();
        foreach (var parameter in all)
        {
            var separator = parameter is { Place: Place.Query, Separator: { } text, Shape.Value: ListShape } ? $", {TypeScriptTypes.Literal(text)}" : "";
            source.Write($"[{TypeScriptTypes.Literal(parameter.Name)}, {Value(parameter)}{separator}],");
        }

        source.Outdent().Write("],");
    }

    private void PrintBody(RequestBody? body)
    {
        if (body is null)
        {
            return;
        }

        var value = $"parameters.{body.Identifier}";
        switch (body.Kind)
        {
            case BodyKind.Json:
                source.Write(body.IsRequired ? $"body: () => JSON.stringify({value})," : $"body: () => ({value} === undefined ? undefined : JSON.stringify({value})),");
                break;
            case BodyKind.Items:
                Sections.Add("sequence");
                var sequence = $"sequence({value}, {TypeScriptTypes.Literal(body.MediaType.EndsWith("json-seq", StringComparison.Ordinal) ? "\u001E" : "")})";
                source.Write(body.IsRequired ? $"body: () => {sequence}," : $"body: () => ({value} === undefined ? undefined : {sequence}),");
                break;
            case BodyKind.Form or BodyKind.Multipart:
                Sections.Add("form");
                source.Write("body: () =>").Indent().Write("form(").Indent().Write("[").Indent();
                foreach (var field in body.Fields)
                {
                    source.Write($"[{TypeScriptTypes.Literal(field.Name)}, {Value(field)}],");
                }

                source.Outdent().Write("],").Write(body.Kind == BodyKind.Multipart ? "true," : "false,").Outdent().Write("),").Outdent();
                // Its content type has a boundary that only the platform knows.
                return;
            default:
                source.Write($"body: () => {value},");
                break;
        }

        source.Write($"type: {TypeScriptTypes.Literal(body.MediaType)},");
    }

    private void PrintReading(Answer answer)
    {
        switch (answer.Kind)
        {
            case AnswerKind.TextEvents:
                Sections.Add("plain");
                source.Write("undefined,").Write("plain,");
                break;
            case AnswerKind.Events:
                Sections.Add("json");
                source.Write("undefined,").Write("json,");
                break;
            case AnswerKind.NamedEvents:
                var union = UnionOf(answer);
                source.Write(union.IsOpen ? "undefined," : $"[{Names(union.Events)}],");
                PrintReadingByName(union);
                break;
        }
    }

    private bool IsClosed(Answer answer) => answer.Kind == AnswerKind.NamedEvents && !UnionOf(answer).IsOpen;

    private EventUnion UnionOf(Answer answer) => types.OfType<EventUnion>().First(union => union.Name == ((NamedShape)answer.Shape!).Name);

    // Lists the names whose data is read differently from that of an event with any name.
    private void PrintReadingByName(EventUnion union)
    {
        var isText = union.Events.ToLookup(static one => one.Data is null);
        Sections.UnionWith([.. isText.Contains(true) ? ["plain"] : Array.Empty<string>(), .. isText.Contains(false) ? ["json"] : Array.Empty<string>()]);
        var (listed, otherwise) = isText[true].Any(static one => one.Name is null) ? (false, "plain") : (true, "json");
        var reader = listed ? "plain" : "json";
        source.Write(!isText.Contains(listed) ? $"{otherwise},"
            : !isText.Contains(!listed) ? $"{reader},"
            : $"(event) => ([{Names(isText[listed])}].includes(event.event) ? {reader}(event) : {otherwise}(event)),");
    }

    private static string Names(IEnumerable<NamedEvent> events) => string.Join(", ", events.Select(static one => TypeScriptTypes.Literal(one.Name!)));

    private static string Value(Parameter parameter) => $"parameters.{parameter.Identifier}";
}
