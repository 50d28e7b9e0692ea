using Jero.Client.Tool.Model;

namespace Jero.Client.Tool.Emission.CSharp;

/// <summary>Prints a method for an operation.</summary>
internal sealed class OperationPrinter(SourceWriter source, CSharpTypes types, string context)
{
    private const int LongestLine = 140;

    private sealed record Argument(string Name, string Type, string? Default, string? Description, bool IsDeprecated = false);

    public void Print(Operation operation)
    {
        var arguments = Arguments(operation).ToList();
        PrintComment(operation, arguments);
        if (operation.IsDeprecated)
        {
            source.Write($"[{types.Names["System.Obsolete"]}]");
        }

        var head = $"public {Result(operation.Answer)} {NameOf(operation)}(";
        var list = arguments.Select(static argument => $"{argument.Type} {argument.Name}{(argument.Default is null ? "" : $" = {argument.Default}")}").ToList();
        // "(" to ") =>", below the class.
        var isShort = head.Length + string.Join(", ", list).Length + 8 <= LongestLine;
        var isOptional = operation.Body is { IsRequired: false, Kind: not (BodyKind.Form or BodyKind.Multipart) };
        var tail = isOptional ? ")" : ") =>";
        source.Write(isShort ? head + string.Join(", ", list) + tail : $"{head}\n    {string.Join(",\n    ", list)}{tail}");
        if (isOptional)
        {
            PrintBlock(operation);
        }
        else
        {
            source.Indent();
            PrintRequest(operation, tail: "");
            source.Indent().Write($".{Send(operation.Answer)};").Outdent().Outdent();
        }
    }

    private static string NameOf(Operation operation) => operation.Answer.Kind is AnswerKind.Events or AnswerKind.TextEvents or AnswerKind.NamedEvents
        ? operation.Name
        : $"{operation.Name}Async";

    private string Result(Answer answer) => answer.Kind switch
    {
        AnswerKind.Nothing => types.Names["System.Threading.Tasks.Task"],
        AnswerKind.Json => $"{types.Names["System.Threading.Tasks.Task"]}<{types.Of(answer.Shape!)}>",
        AnswerKind.Text => $"{types.Names["System.Threading.Tasks.Task"]}<string>",
        AnswerKind.Bytes => $"{types.Names["System.Threading.Tasks.Task"]}<{types.Names["System.IO.Stream"]}>",
        AnswerKind.Items => $"{types.Names["System.Collections.Generic.IAsyncEnumerable"]}<{types.Of(answer.Shape!)}>",
        AnswerKind.TextEvents => $"{types.Names["Jero.Client.EventStream"]}<string>",
        _ => $"{types.Names["Jero.Client.EventStream"]}<{types.Of(answer.Shape!)}>",
    };

    // What must be given first.
    private IEnumerable<Argument> Arguments(Operation operation)
    {
        var body = operation.Body is { Kind: not (BodyKind.Form or BodyKind.Multipart) } sent ? Body(sent) : null;
        var all = operation.Parameters.Concat(operation.Body?.Fields ?? []).Select(Value).Append(body).OfType<Argument>();
        foreach (var argument in all.OrderBy(static argument => argument.Default is null ? 0 : 1))
        {
            yield return argument;
        }

        switch (operation.Answer.Kind)
        {
            case AnswerKind.Events or AnswerKind.TextEvents or AnswerKind.NamedEvents:
                yield return new Argument("lastEventId", "string?", "null", "The id of the last event that was seen: the stream goes on after it. Null takes that of the options.");
                yield return new Argument("options", $"{types.Names["Jero.Client.EventStreamOptions"]}?", "null", "How the stream reconnects; null takes the defaults.");
                yield break;
            case AnswerKind.Items:
                yield return new Argument("options", $"{types.Names["Jero.Client.StreamOptions"]}?", "null", "How the items are read; null takes the defaults.");
                break;
        }

        var description = operation.Answer.Kind == AnswerKind.Items ? "Ends the enumeration." : "Ends the request.";
        yield return new Argument("cancellationToken", types.Names["System.Threading.CancellationToken"], "default", description);
    }

    private Argument Value(Parameter parameter) => new(
        CSharpText.Identifier(parameter.Identifier),
        FileOf(parameter) ?? types.OfArgument(parameter.Shape, parameter.IsRequired),
        parameter.IsRequired ? null : "null",
        parameter.Description,
        parameter.IsDeprecated);

    private string? FileOf(Parameter parameter)
    {
        var stream = types.Names["System.IO.Stream"];
        return parameter switch
        {
            { Place: Place.Form, Shape.Value: ScalarShape { Kind: Scalar.File } } => parameter.IsRequired ? stream : $"{stream}?",
            { Place: Place.Form, Shape.Value: ListShape { Item: ScalarShape { Kind: Scalar.File } } } =>
                $"{types.Names["System.Collections.Generic.IEnumerable"]}<{stream}>{(parameter.IsRequired ? "" : "?")}",
            _ => null,
        };
    }

    private Argument Body(RequestBody body)
    {
        var type = body.Kind switch
        {
            BodyKind.Items => $"{types.Names["System.Collections.Generic.IAsyncEnumerable"]}<{types.Of(body.Shape!)}>",
            BodyKind.Json => types.Of(body.Shape!),
            BodyKind.Text => "string",
            _ => types.Names["System.IO.Stream"],
        };
        return new Argument(
            CSharpText.Identifier(body.Identifier),
            body.IsRequired || type.EndsWith('?') ? type : $"{type}?",
            body.IsRequired ? null : "null",
            body.Description ?? (body.Kind == BodyKind.Items ? "Enumerated while the request is sent." : "What is sent."));
    }

    private void PrintComment(Operation operation, List<Argument> arguments)
    {
        if ((operation.Summary ?? operation.Description) is { } summary)
        {
            source.Write(CSharpText.Comment("summary", summary));
        }

        if (operation.Description is { } description && operation.Summary is not null && description != operation.Summary)
        {
            source.Write(CSharpText.Comment("remarks", description));
        }

        foreach (var argument in arguments.Where(static argument => argument.Description is not null || argument.IsDeprecated))
        {
            var text = argument.IsDeprecated ? $"Deprecated. {argument.Description}".TrimEnd() : argument.Description!;
            source.Write(CSharpText.Comment($"param name=\"{argument.Name.TrimStart('@')}\"", text));
        }
    }

    private void PrintBlock(Operation operation)
    {
        source.Open();
        PrintRequest(operation with { Body = null }, ";", "var request = ");
        source.Open($"if ({CSharpText.Identifier(operation.Body!.Identifier)} is {{ }} sent)").Write($"request{BodyCall(operation.Body, "sent")};").Close();
        source.Blank().Write($"return request.{Send(operation.Answer)};").Close();
    }

    private void PrintRequest(Operation operation, string tail, string head = "")
    {
        var calls = operation.Parameters.Where(static parameter => parameter.Place != Place.Path).Select(Call).ToList();
        if (operation.Body is { } body)
        {
            calls.Add(BodyCall(body, CSharpText.Identifier(body.Identifier)));
        }

        source.Write($"{head}new {types.Names["Jero.Client.Generated.ApiRequest"]}({CSharpText.Literal(operation.Method)}, {PathOf(operation)}){(calls.Count == 0 ? tail : "")}");
        source.Indent();
        for (var i = 0; i < calls.Count; i++)
        {
            source.Write(calls[i] + (i == calls.Count - 1 ? tail : ""));
        }

        source.Outdent();
    }

    private string PathOf(Operation operation)
    {
        var isPlain = operation.Path.All(static part => part.Parameter is null);
        var text = string.Concat(operation.Path.Select(part => part.Parameter is { } parameter
            ? $"{{{types.Names["Jero.Client.Generated.ApiText"]}.Segment({Text(parameter)})}}"
            : CSharpText.Literal(part.Text)[1..^1].Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal)));
        return isPlain ? CSharpText.Literal(string.Concat(operation.Path.Select(static part => part.Text))) : $"$\"{text}\"";
    }

    private string Call(Parameter parameter)
    {
        var name = CSharpText.Literal(parameter.Name);
        return (parameter.Place, parameter.Shape.Value) switch
        {
            (Place.Query, ListShape) when parameter.Separator is null => $".QueryEach({name}, {Texts(parameter)})",
            (Place.Query, _) => $".Query({name}, {Text(parameter)})",
            _ => $".Header({name}, {Text(parameter)})",
        };
    }

    private string BodyCall(RequestBody body, string value)
    {
        var type = CSharpText.Literal(body.MediaType);
        return body.Kind switch
        {
            BodyKind.Json when body.Shape!.IsNullable && !types.IsValueType(body.Shape) => $".Json<{types.Of(body.Shape)}>({value}, {Metadata(body.Shape)}!, {type})",
            BodyKind.Json when body is { IsRequired: false } => $".Json({value}, {Metadata(body.Shape!.Value)}, {type})",
            BodyKind.Json => $".Json({value}, {Metadata(body.Shape!)}, {type})",
            BodyKind.Items => $".Items({value}, {Metadata(body.Shape!)}, {type})",
            BodyKind.Text => $".Text({value}, {type})",
            BodyKind.Bytes => $".Bytes({value}, {type})",
            _ => $".Form(new {types.Names["Jero.Client.Generated.ApiForm"]}(isMultipart: {(body.Kind == BodyKind.Multipart ? "true" : "false")})"
                + string.Concat(body.Fields.Select(field => $"\n    {Field(field)}")) + ")",
        };
    }

    private string Field(Parameter field)
    {
        var name = CSharpText.Literal(field.Name);
        var value = CSharpText.Identifier(field.Identifier);
        return field.Shape.Value switch
        {
            ScalarShape { Kind: Scalar.File } => $".File({name}, {value})",
            ListShape { Item: ScalarShape { Kind: Scalar.File } } => $".FileEach({name}, {value})",
            ListShape => $".FieldEach({name}, {Texts(field)})",
            _ => $".Field({name}, {Text(field)})",
        };
    }

    private string Text(Parameter parameter) => parameter.Shape.Value is ListShape
        ? $"{types.Names["Jero.Client.Generated.ApiText"]}.Join({CSharpText.Literal(parameter.Separator ?? ",")}, {Texts(parameter)})"
        : Text(CSharpText.Identifier(parameter.Identifier), parameter.Shape.Value);

    private string Texts(Parameter parameter)
    {
        var value = CSharpText.Identifier(parameter.Identifier);
        var item = ((ListShape)parameter.Shape.Value).Item;
        if (Text("value", item.Value) is var text && text == "value")
        {
            return value;
        }

        types.Names.Use("System.Linq");
        return $"{value}{(parameter.IsRequired && !parameter.Shape.IsNullable ? "" : "?")}.Select({(text.StartsWith("TextOf", StringComparison.Ordinal) ? "" : "static ")}value => {text})";
    }

    private string Text(string value, Shape shape) => shape switch
    {
        ScalarShape { Kind: Scalar.Text or Scalar.File } or ConstantShape => value,
        ScalarShape { Kind: Scalar.IsoDuration } => $"{types.Names["Jero.Client.Generated.ApiText"]}.OfDuration({value})",
        ScalarShape => $"{types.Names["Jero.Client.Generated.ApiText"]}.Of({value})",
        _ => $"TextOf({value})",
    };

    private string Send(Answer answer)
    {
        var accept = answer.MediaType is null ? "" : CSharpText.Literal(answer.MediaType);
        return answer.Kind switch
        {
            AnswerKind.Nothing => "SendAsync(_http, cancellationToken)",
            AnswerKind.Json => $"SendAsync{Argued(answer.Shape!)}(_http, {accept}, {Known(answer.Shape!)}, cancellationToken)",
            AnswerKind.Text => $"SendForTextAsync(_http, {accept}, cancellationToken)",
            AnswerKind.Bytes => $"SendForBytesAsync(_http, {accept}, cancellationToken)",
            AnswerKind.Items => $"SendForItemsAsync{types.ReadingOf(answer.Shape!)}(_http, {accept}, {Metadata(answer.Shape!)}, options, cancellationToken)",
            AnswerKind.TextEvents => "SendForTextEvents(_http, lastEventId, options)",
            AnswerKind.NamedEvents => $"SendForEvents(_http, Read{((NamedShape)answer.Shape!).Name}({(types.Find(answer.Shape!) is EventUnion { IsOpen: true } ? "" : "options")}), lastEventId, options)",
            _ => $"SendForEvents{types.ReadingOf(answer.Shape!)}{Argued(answer.Shape!)}(_http, {Known(answer.Shape!)}, lastEventId, options)",
        };
    }

    // Metadata knows no null of a reference: the type argument says it, and the exclamation mark that the two are one.
    private string Argued(Shape shape) => shape.IsNullable && !types.IsValueType(shape) ? $"<{types.Of(shape)}>" : "";

    private string Known(Shape shape) => Metadata(shape) + (shape.IsNullable && !types.IsValueType(shape) ? "!" : "");

    private string Metadata(Shape shape) => $"{context}.{types.MetadataOf(shape)}";
}
