using System.ComponentModel;
using System.Globalization;
using Jero.Binding;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Jero.Generated;

/// <summary>Binds one request and gathers what is wrong with it, so that one problem names every bad parameter. Not thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RequestBinder(HttpContext http)
{
    private Dictionary<string, string[]>? _errors;
    private int _status = StatusCodes.Status400BadRequest;

    /// <summary>Whether a value was missing or could not be parsed; the handler must not run then.</summary>
    public bool HasFailed => _errors is not null;

    /// <summary>A value of the route. One that does not parse names no resource: 404.</summary>
    public RequestValue Route(string name) =>
        new(this, "route", name, http.Request.RouteValues[name] is { } value ? Convert.ToString(value, CultureInfo.InvariantCulture) : null, StatusCodes.Status404NotFound);

    /// <summary>A value of the query string; several of one name are joined by commas, as the framework does.</summary>
    public RequestValue Query(string name) => new(this, "query", name, http.Request.Query[name], StatusCodes.Status400BadRequest);

    /// <summary>A value of a header.</summary>
    public RequestValue Header(string name) => new(this, "header", name, http.Request.Headers[name], StatusCodes.Status400BadRequest);

    /// <summary>Answers with an RFC 9457 problem.</summary>
    public Task WriteProblemAsync() => ProblemWriter.WriteAsync(http, new HttpValidationProblemDetails(_errors ?? [])
    {
        Status = _status,
        Title = ReasonPhrases.GetReasonPhrase(_status),
        Detail = _errors is null ? null : string.Join(' ', _errors.Values.SelectMany(messages => messages)),
    });

    internal void Fail(string name, string message, int status)
    {
        _errors ??= [];
        _errors[name] = _errors.TryGetValue(name, out var messages) ? [.. messages, message] : [message];
        _status = Math.Max(_status, status);
    }
}
