using System.Globalization;
using Jero.Inspector.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Jero.Inspector.Observation;

/// <summary>Decides what is shown of a request and of a fault: nothing that may be a secret, unless the options allow it.</summary>
internal sealed class ShownFacts(bool showsValues, bool showsFaults)
{
    // A client decides how long its messages and texts are.
    private const int MostOfText = 2_000;

    private static readonly HashSet<string> Credentials =
        new(["Authorization", "Proxy-Authorization", "Cookie"], StringComparer.OrdinalIgnoreCase);

    public NamedValue[] QueryOf(string? query)
    {
        var values = new List<NamedValue>();
        foreach (var pair in new QueryStringEnumerable(query))
        {
            values.Add(new NamedValue(Cut(pair.DecodeName().ToString()), showsValues ? Cut(pair.DecodeValue().ToString()) : null));
        }

        return [.. values];
    }

    public NamedValue[] HeadersOf(HttpRequest request)
    {
        var headers = new NamedValue[request.Headers.Count];
        var i = 0;
        foreach (var (name, values) in request.Headers)
        {
            headers[i++] = new NamedValue(name, showsValues && !Credentials.Contains(name) ? Cut(values.ToString()) : null);
        }

        return headers;
    }

    public NamedValue[] RouteValuesOf(HttpRequest request)
    {
        var values = request.RouteValues.Count == 0 ? [] : new NamedValue[request.RouteValues.Count];
        var i = 0;
        foreach (var (name, value) in request.RouteValues)
        {
            values[i++] = new NamedValue(name, showsValues ? Cut(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "") : null);
        }

        return values;
    }

    public FaultView? FaultOf(Exception? fault) =>
        fault is not null && showsFaults ? new FaultView(fault.GetType().FullName ?? fault.GetType().Name, Cut(fault.Message)) : null;

    private static string Cut(string text) => text.Length > MostOfText ? string.Concat(text.AsSpan(0, MostOfText), "…") : text;
}
