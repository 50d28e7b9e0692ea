using System.Globalization;
using Jero.Client.Tool.Model;
using Jero.Client.Tool.Parsing.Schemas;
using Microsoft.OpenApi;

namespace Jero.Client.Tool.Parsing.Operations;

/// <summary>Reads how an operation is answered when it succeeds. Errors become exceptions, which need no types.</summary>
internal sealed class AnswerParser(SchemaParser schemas, EventParser events)
{
    /// <summary>Returns the answers: one, or two if the same request can get a value or a stream of events.</summary>
    public IReadOnlyList<Answer> Parse(OpenApiOperation operation, Pointer pointer, string name)
    {
        var successes = Successes(operation);
        var withBody = successes.Where(static success => success.Response.Content is { Count: > 0 }).ToList();
        if (withBody.Count == 0)
        {
            return [new Answer(AnswerKind.Nothing) { Description = successes.FirstOrDefault().Response?.Description }];
        }

        var (status, response) = withBody[0];
        var place = pointer["responses"][status];
        // There may be no body, as with 204 next to 200. Streams do not need null for that, because they simply end.
        var mayBeEmpty = successes.Count > withBody.Count;
        var answers = ParseContent(response, place["content"], name, mayBeEmpty).Select(answer => answer with { Description = response.Description }).ToList();
        if (withBody.Skip(1).Any(other => !IsSame(other.Response, response)) && answers.Exists(static answer => answer.Kind == AnswerKind.Json))
        {
            schemas.Findings.Warn(pointer["responses"], "Several statuses have different bodies, so the client takes any JSON.");
            return [new Answer(AnswerKind.Json) { MediaType = "application/json", Shape = new AnyShape(), Description = response.Description }];
        }

        return answers;
    }

    private List<Answer> ParseContent(IOpenApiResponse response, Pointer pointer, string name, bool mayBeEmpty)
    {
        var content = response.Content!;
        if (MediaTypes.Items(content) is var (lines, items))
        {
            var shape = items.ItemSchema is null ? new AnyShape() : schemas.ParseItem(items.ItemSchema, pointer[lines]["itemSchema"], name + "Item");
            return [new Answer(AnswerKind.Items) { MediaType = lines, Shape = shape }];
        }

        var answers = new List<Answer>();
        if (content.FirstOrDefault(static pair => MediaTypes.IsJson(pair.Key)) is { Key: { } json, Value: var value })
        {
            var shape = schemas.ParseItem(value.Schema, pointer[json]["schema"], name + "Result");
            answers.Add(new Answer(AnswerKind.Json) { MediaType = json, Shape = mayBeEmpty ? shape.OrNull() : shape });
        }

        if (content.FirstOrDefault(static pair => MediaTypes.IsEvents(pair.Key)) is { Key: { } stream, Value: var media })
        {
            answers.Add(events.Parse(media, pointer[stream], name));
        }

        return answers.Count > 0 ? answers : [ParsePlain(content)];
    }

    private static Answer ParsePlain(IDictionary<string, IOpenApiMediaType> content)
    {
        var (type, media) = content.First();
        return new Answer(MediaTypes.IsText(type) && media.Schema is not { Format: "binary" } ? AnswerKind.Text : AnswerKind.Bytes) { MediaType = type };
    }

    private static List<(string Status, IOpenApiResponse Response)> Successes(OpenApiOperation operation)
    {
        var all = (operation.Responses ?? []).Select(static pair => (Status: pair.Key, Response: pair.Value)).ToList();
        var successes = all.Where(static one => one.Status.StartsWith('2')).OrderBy(static one => one.Status, StringComparer.Ordinal).ToList();
        return successes.Count > 0 ? successes : [.. all.Where(static one => one.Status == "default" || !int.TryParse(one.Status, CultureInfo.InvariantCulture, out _)).Take(1)];
    }

    private static bool IsSame(IOpenApiResponse one, IOpenApiResponse other) =>
        one.Content!.Keys.SequenceEqual(other.Content!.Keys) && one.Content.Values.Zip(other.Content.Values).All(static pair => Key(pair.First) is { } key && key == Key(pair.Second));

    // Identifies a body as far as that is possible without comparing whole schemas.
    private static string? Key(IOpenApiMediaType media) => media.Schema switch
    {
        OpenApiSchemaReference reference => reference.Reference.ReferenceV3,
        null => "",
        _ => null,
    };
}
