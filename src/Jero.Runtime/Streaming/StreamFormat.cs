using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Jero.Streaming;

/// <summary>Describes a wire format that a stream of JSON items can have.</summary>
internal sealed class StreamFormat
{
    public static readonly StreamFormat Lines = new("application/x-ndjson", StreamWrapper.Ndjson);

    // https://www.rfc-editor.org/rfc/rfc7464#section-2.2: RS before a record, LF after it.
    public static readonly StreamFormat Sequence = new("application/json-seq", StreamWrapper.Ndjson) { First = 0x1E, Other = 0x1E };

    public static readonly StreamFormat Events = new("text/event-stream", StreamWrapper.ServerSentEvents);

    private static readonly StreamFormat JsonLines = new("application/jsonl", StreamWrapper.Ndjson);

    private static readonly StreamFormat Array = new("application/json", StreamWrapper.JsonArray) { First = (byte)'[', Other = (byte)',' };

    /// <summary>The formats in order of preference, for a client that accepts several equally.</summary>
    private static readonly StreamFormat[] All = [Lines, JsonLines, Sequence, Events, Array];

    private static readonly StreamFormat[] WithoutEvents = [Lines, JsonLines, Sequence, Array];

    private readonly MediaTypeHeaderValue _mediaType;

    private StreamFormat(string contentType, StreamWrapper wrapper)
    {
        ContentType = contentType;
        Wrapper = wrapper;
        _mediaType = MediaTypeHeaderValue.Parse(contentType);
    }

    public string ContentType { get; }

    public StreamWrapper Wrapper { get; }

    /// <summary>The byte before the first item; 0 for none.</summary>
    public byte First { get; private init; }

    /// <summary>The byte before each other item.</summary>
    public byte Other { get; private init; }

    /// <summary>
    /// Returns the format of lines with this content type: that of RFC 7464 if the type says so (RFC 8091 for <c>+json-seq</c>).
    /// </summary>
    public static StreamFormat OfLines(string contentType)
    {
        if (ReferenceEquals(contentType, Lines.ContentType))
        {
            return Lines;
        }

        var type = contentType.AsSpan();
        type = (type.IndexOf(';') is >= 0 and var end ? type[..end] : type).Trim();
        return type.Equals(Sequence.ContentType, StringComparison.OrdinalIgnoreCase) || type.EndsWith("+json-seq", StringComparison.OrdinalIgnoreCase)
            ? Sequence
            : Lines;
    }

    /// <summary>
    /// Returns the formats that an answer to <paramref name="method"/> may have. Events need a method that a client may repeat by itself.
    /// </summary>
    public static IReadOnlyList<StreamFormat> Offered(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || string.Equals(method, "QUERY", StringComparison.OrdinalIgnoreCase)
            ? All
            : WithoutEvents;

    /// <summary>
    /// Returns the format that the request's <c>Accept</c> prefers (RFC 9110, section 12.5.1): the one with the highest quality, then the
    /// one named most exactly, then the first. It is null if the field allows none. A field that cannot be parsed asks for nothing.
    /// </summary>
    public static StreamFormat? Accepted(HttpRequest request)
    {
        var offered = Offered(request.Method);
        if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var ranges) || ranges.Count == 0)
        {
            return offered[0];
        }

        StreamFormat? best = null;
        var bestWeight = (Quality: 0.0, Exactness: 0);
        foreach (var format in offered)
        {
            var weight = format.WeightIn(ranges);
            if (weight.Quality > 0 && weight.CompareTo(bestWeight) > 0)
            {
                (best, bestWeight) = (format, weight);
            }
        }

        return best;
    }

    // The most exact range that fits decides the quality, whatever the others say.
    private (double Quality, int Exactness) WeightIn(IList<MediaTypeHeaderValue> ranges)
    {
        var found = (Quality: 0.0, Exactness: 0);
        foreach (var range in ranges)
        {
            var exactness = ExactnessIn(range);
            if (exactness > found.Exactness)
            {
                found = (range.Quality ?? 1, exactness);
            }
        }

        return found;
    }

    // These types have no parameters, so a range with a parameter means another representation. JSON is UTF-8 (RFC 8259, section 8.1).
    private int ExactnessIn(MediaTypeHeaderValue range)
    {
        foreach (var parameter in range.Parameters)
        {
            var isFitting = parameter.Name.Equals("q", StringComparison.OrdinalIgnoreCase)
                || (parameter.Name.Equals("charset", StringComparison.OrdinalIgnoreCase) && parameter.GetUnescapedValue().Equals("utf-8", StringComparison.OrdinalIgnoreCase));
            if (!isFitting)
            {
                return 0;
            }
        }

        return range.MatchesAllTypes ? 1
            : !range.Type.Equals(_mediaType.Type, StringComparison.OrdinalIgnoreCase) ? 0
            : range.MatchesAllSubTypes ? 2
            : range.SubType.Equals(_mediaType.SubType, StringComparison.OrdinalIgnoreCase) ? 3
            : 0;
    }
}
