using System.Globalization;
using Jero.Client.Tool.Model;
using Jero.Client.Tool.Parsing.Schemas;
using Microsoft.OpenApi;

namespace Jero.Client.Tool.Parsing.Operations;

/// <summary>Reads the operations that a client can call.</summary>
internal sealed class OperationParser(SchemaParser schemas)
{
    // The names of parameters that every method may have in addition.
    private static readonly string[] Reserved = ["cancellationToken", "options", "lastEventId", "sent"];

    private readonly ParameterParser _parameters = new(schemas);
    private readonly BodyParser _bodies = new(schemas);
    private readonly AnswerParser _answers = new(schemas, new EventParser(schemas));
    private readonly HashSet<string> _names = [];

    /// <param name="prefix">What is before every path.</param>
    public IEnumerable<Operation> Parse(string prefix)
    {
        foreach (var (path, item) in schemas.Document.Paths ?? [])
        {
            var pointer = Pointer.Root["paths"][path];
            foreach (var (method, operation) in item.Operations ?? [])
            {
                var place = pointer[method.Method.ToLowerInvariant()];
                var parameters = (item.Parameters ?? []).Select((parameter, i) => (parameter, pointer["parameters"][i]))
                    .Concat((operation.Parameters ?? []).Select((parameter, i) => (parameter, place["parameters"][i])));
                foreach (var parsed in Parse(prefix + path, method.Method.ToUpperInvariant(), operation, [.. parameters], place))
                {
                    yield return parsed;
                }
            }
        }
    }

    private IEnumerable<Operation> Parse(
        string path, string method, OpenApiOperation operation, List<(IOpenApiParameter, Pointer)> parameters, Pointer pointer)
    {
        var wanted = operation.OperationId is { Length: > 0 } id ? id : NameOf(method, path);
        var answers = _answers.Parse(operation, pointer, Names.Pascal(wanted));
        foreach (var answer in answers)
        {
            // The same request for a value and for events becomes two methods.
            var words = answers.Count > 1 && answer != answers[0] ? $"{Names.Pascal(wanted)}Events" : wanted;
            var isEvents = answer.Kind is AnswerKind.Events or AnswerKind.TextEvents or AnswerKind.NamedEvents;
            var taken = new HashSet<string>(Reserved);
            var name = NewName(words, pointer);
            if (_parameters.Parse(parameters, name, isEvents, taken) is not { } parsed)
            {
                schemas.Findings.Warn(pointer, $"{method} {path} is left out: it needs a parameter that the client cannot send.");
                continue;
            }

            if (PathOf(path, parsed, pointer) is { } parts)
            {
                yield return new Operation
                {
                    Name = name,
                    Method = method,
                    Path = parts,
                    Summary = operation.Summary,
                    Description = operation.Description,
                    IsDeprecated = operation.Deprecated,
                    Parameters = parsed,
                    Body = _bodies.Parse(operation.RequestBody, pointer["requestBody"], name, taken),
                    Answer = answer,
                };
            }
        }
    }

    private string NewName(string words, Pointer pointer)
    {
        // It comes back where a language wants it.
        var pascal = Names.Pascal(words);
        var wanted = pascal.EndsWith("Async", StringComparison.Ordinal) && pascal.Length > 5 ? pascal[..^5] : pascal;
        var name = Names.Unique(wanted, _names);
        if (name != wanted)
        {
            schemas.Findings.Warn(pointer, $"Another operation is already called '{wanted}', so this one is called '{name}'. Give it an 'operationId' of its own.");
        }

        return name;
    }

    private static string NameOf(string method, string path) => method.ToLowerInvariant() + string.Concat(path.Split('/', StringSplitOptions.RemoveEmptyEntries)
        .Select(static part => part.StartsWith('{') ? $"By{Names.Pascal(part)}" : Names.Pascal(part)));

    private List<PathPart>? PathOf(string path, List<Parameter> parameters, Pointer pointer)
    {
        var parts = new List<PathPart>();
        var rest = path;
        while (rest.IndexOf('{', StringComparison.Ordinal) is var start && start >= 0 && rest.IndexOf('}', start) is var end && end > start)
        {
            var name = rest[(start + 1)..end];
            if (parameters.Find(parameter => parameter.Place == Place.Path && parameter.Name == name) is not { } parameter)
            {
                schemas.Findings.Warn(pointer, string.Create(CultureInfo.InvariantCulture, $"{path} is left out: its part '{{{name}}}' is not a parameter."));
                return null;
            }

            if (start > 0)
            {
                parts.Add(new PathPart(rest[..start], null));
            }

            parts.Add(new PathPart(name, parameter));
            rest = rest[(end + 1)..];
        }

        if (rest.Length > 0)
        {
            parts.Add(new PathPart(rest, null));
        }

        // A parameter that the path has no place for is not sent.
        parameters.RemoveAll(parameter => parameter.Place == Place.Path && !parts.Exists(part => part.Parameter == parameter));
        return parts;
    }
}
