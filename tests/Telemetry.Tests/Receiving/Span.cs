namespace Telemetry.Tests.Receiving;

/// <summary>An event of a span.</summary>
internal sealed record SpanEvent(string Name, IReadOnlyDictionary<string, object> Attributes);

/// <summary>A span as it was exported.</summary>
internal sealed record Span(
    string Scope,
    string Name,
    string TraceId,
    string SpanId,
    string ParentId,
    ulong Start,
    ulong End,
    IReadOnlyDictionary<string, object> Attributes,
    IReadOnlyList<SpanEvent> Events,
    IReadOnlyList<string> LinkedSpans)
{
    /// <summary>By the fields of opentelemetry/proto/trace/v1/trace.proto.</summary>
    public static IEnumerable<Span> Of(ProtoMessage request) =>
        from resource in request.Messages(1)
        from scope in resource.Messages(2)
        from span in scope.Messages(2)
        select new Span(
            scope.Messages(1).Single().Text(1),
            span.Text(5),
            span.Hex(1),
            span.Hex(2),
            span.Hex(4),
            span.Number(7),
            span.Number(8),
            Attributed.By(span, 9),
            [.. span.Messages(11).Select(static each => new SpanEvent(each.Text(2), Attributed.By(each, 3)))],
            [.. span.Messages(13).Select(static each => each.Hex(2))]);
}
