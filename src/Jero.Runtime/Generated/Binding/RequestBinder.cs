using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Jero.Binding;
using Jero.Binding.Sequences;
using Jero.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Jero.Generated;

/// <summary>Binds one request and collects what is wrong with it, so that one problem names every bad parameter. Not thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RequestBinder(HttpContext http) : IRequestFaults
{
    private ProblemErrors? _errors;
    private int _status;
    private IFormCollection _form = FormCollection.Empty;

    /// <summary>Gets whether a value was missing or could not be parsed. The handler must not run then.</summary>
    public bool HasFailed => _errors is not null;

    /// <summary>Gets the form, once <see cref="ReadFormAsync"/> has read it. It is empty if reading failed.</summary>
    public IFormCollection Fields => _form;

    /// <summary>Gets the files of the form.</summary>
    public IFormFileCollection Files => _form.Files;

    /// <summary>Gets a value of the route. A value that cannot be parsed names no resource and is answered with 404.</summary>
    public RequestValue Route(string name) =>
        new(this, "route", name, http.Request.RouteValues[name] switch
        {
            // A value from the URL is text. A default that a convention has set may be anything.
            string text => text,
            null => null,
            var value => Convert.ToString(value, CultureInfo.InvariantCulture),
        }, StatusCodes.Status404NotFound);

    /// <summary>Gets a value of the query string. Several values of one name are joined by commas, as ASP.NET Core does.</summary>
    public RequestValue Query(string name) => new(this, "query", name, http.Request.Query[name], StatusCodes.Status400BadRequest);

    /// <summary>
    /// Gets a value of the route, if the prefix of the endpoint's group has the parameter; otherwise a value of the query string.
    /// </summary>
    public RequestValue RouteOrQuery(string name) => http.Request.RouteValues.ContainsKey(name) ? Route(name) : Query(name);

    /// <summary>Gets every value of one name in the query string.</summary>
    public RequestValues QueryValues(string name) => new(this, "query", name, http.Request.Query[name]);

    /// <summary>Gets a value of a header.</summary>
    public RequestValue Header(string name) => new(this, "header", name, http.Request.Headers[name], StatusCodes.Status400BadRequest);

    /// <summary>Gets every value of a header, whether repeated or separated by commas (RFC 9110, section 5.3).</summary>
    public RequestValues HeaderValues(string name) => new(this, "header", name, http.Request.Headers.GetCommaSeparatedValues(name));

    /// <summary>Gets the values of a header as they were sent.</summary>
    public RequestValues HeaderTexts(string name) => new(this, "header", name, http.Request.Headers[name]);

    /// <summary>Gets a field of the form.</summary>
    public RequestValue Form(string name) => new(this, "form", name, _form[name], StatusCodes.Status400BadRequest);

    /// <summary>Gets a field for a type that is read from a form. If there are several values, it is the first.</summary>
    public RequestValue FormField(string name) => new(this, "form", name, _form.TryGetValue(name, out var texts) ? texts[0] : default(StringValues), StatusCodes.Status400BadRequest);

    /// <summary>Gets every value of one name in the form, whether repeated or numbered: <c>tags[0]</c>.</summary>
    public RequestValues FormValues(string name) => new(this, "form", name, _form.TryGetValue(name, out var texts) ? texts : FormBody.Numbered(_form, name));

    /// <summary>Returns whether the form has a field or a file with one of these names.</summary>
    public bool HasFields(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_form.ContainsKey(name) || _form.ContainsKey(name + "[0]") || _form.Files.GetFile(name) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Gets every file of one name.</summary>
    public IReadOnlyList<IFormFile> FilesOf(string name) => _form.Files.GetFiles(name);

    /// <summary>Gets a file that is required.</summary>
    public IFormFile RequiredFile(string name)
    {
        var file = _form.Files[name];
        if (file is null)
        {
            Fail(name, $"The form file '{name}' is required.", StatusCodes.Status400BadRequest);
        }

        return file!;
    }

    /// <summary>Gets a file that may be missing.</summary>
    public IFormFile? FileOrNull(string name) => _form.Files[name];

    /// <summary>Reads the form. Another media type is a 415. A form that cannot be read or fails the antiforgery check is a 400.</summary>
    public async ValueTask ReadFormAsync()
    {
        if (_status != StatusCodes.Status404NotFound)
        {
            _form = await FormBody.ReadAsync(http, this).ConfigureAwait(false) ?? _form;
        }
    }

    /// <summary>
    /// Reads a JSON body that is required. Another media type is a 415, malformed JSON a 400, and JSON that does not fit the type a 422.
    /// </summary>
    /// <param name="name">The name of the handler's parameter.</param>
    /// <param name="options">The options to read with, including the metadata of the type.</param>
    /// <param name="create">Creates the metadata, if it is not that of the type because items may be null.</param>
    /// <param name="usual">Reads a body whose JSON has the usual form; null if only the metadata can read it.</param>
    public async ValueTask<T> JsonAsync<T>(
        string name, JsonSerializerOptions options, Func<JsonSerializerOptions, JsonTypeInfo>? create = null, TryReadJson<T>? usual = null) =>
        (await ReadJsonAsync(name, options, create, usual, isRequired: true).ConfigureAwait(false))!;

    /// <summary>Reads a JSON body that may be missing.</summary>
    public ValueTask<T?> JsonOrDefaultAsync<T>(
        string name, JsonSerializerOptions options, Func<JsonSerializerOptions, JsonTypeInfo>? create = null, TryReadJson<T>? usual = null) =>
        ReadJsonAsync(name, options, create, usual, isRequired: false);

    /// <summary>
    /// Returns the items of a body, to be read as they come: lines, an RFC 7464 sequence or one JSON array. Another media type is a 415.
    /// Nothing is read before the handler enumerates.
    /// </summary>
    /// <param name="name">The name of the handler's parameter.</param>
    /// <param name="options">The options to read an item with, including the metadata of the type.</param>
    /// <param name="create">Creates the metadata of an item, if it is not that of the type.</param>
    /// <param name="acceptsNull">Whether an item may be null.</param>
    /// <param name="findErrors">Checks an item by the rules of its type; null if it has none.</param>
    /// <param name="usual">Reads an item whose JSON has the usual form; null if only the metadata can read it.</param>
    public IAsyncEnumerable<T> Items<T>(
        string name,
        JsonSerializerOptions options,
        Func<JsonSerializerOptions, JsonTypeInfo>? create = null,
        bool acceptsNull = false,
        Func<HttpContext, object?, ValueTask<IDictionary<string, string[]>?>>? findErrors = null,
        TryReadJson<T>? usual = null)
    {
        var format = SequenceFormats.Of(http.Request);
        if (format is null)
        {
            Fail(name, SequenceFormats.Refusal(http.Request), StatusCodes.Status415UnsupportedMediaType);
        }

        return new ItemSequence<T>(http, format ?? SequenceFormat.Lines, new ItemReader<T>(options, create, acceptsNull, findErrors, usual));
    }

    /// <summary>Checks what a type's own <c>BindAsync</c> returned. Null counts as missing.</summary>
    public T Required<T>(string name, T? bound) where T : class => bound ?? MissingCustom<T>(name);

    /// <inheritdoc cref="Required{T}(string, T)"/>
    public T Required<T>(string name, T? bound) where T : struct => bound ?? MissingCustom<T>(name);

    /// <summary>Answers with an RFC 9457 problem that names every fault.</summary>
    public Task WriteProblemAsync()
    {
        var errors = _errors?.ToDictionary() ?? [];
        return ProblemWriter.WriteAsync(http, new HttpValidationProblemDetails(errors)
        {
            Status = _status,
            Title = ReasonPhrases.GetReasonPhrase(_status),
            Detail = errors.Count == 0 ? null : string.Join(' ', errors.Values.SelectMany(messages => messages)),
        });
    }

    // If several things are wrong, the status is that of the most basic fault: first that there is no such resource, then that the body
    // cannot be accepted, then that something cannot be parsed, then that a parsed value does not fit.
    internal void Fail(string name, string message, int status)
    {
        if (IsTold(name, status))
        {
            _errors!.Add(name, message);
        }
    }

    void IRequestFaults.Fail(string name, string message, int status) => Fail(name, message, status);

    /// <summary>Reports text that is not a value of its type. If there are very many, most are only counted.</summary>
    internal void FailText<T>(string source, string name, string text, int status)
    {
        if (IsTold(name, status))
        {
            _errors!.Add(name, ClientText.Describe<T>(source, name, text));
        }
    }

    private bool IsTold(string name, int status)
    {
        _errors ??= new ProblemErrors();
        _status = Rank(status) > Rank(_status) ? status : _status;
        return _errors.Takes(name);
    }

    private static int Rank(int status) => status switch
    {
        StatusCodes.Status404NotFound => 5,
        StatusCodes.Status413PayloadTooLarge => 4,
        StatusCodes.Status415UnsupportedMediaType => 3,
        StatusCodes.Status422UnprocessableEntity => 1,
        0 => 0,
        _ => 2,
    };

    // The body is not read for a resource that does not exist.
    private ValueTask<T?> ReadJsonAsync<T>(
        string name, JsonSerializerOptions options, Func<JsonSerializerOptions, JsonTypeInfo>? create, TryReadJson<T>? usual, bool isRequired) =>
        _status == StatusCodes.Status404NotFound ? default : JsonBody.ReadAsync(http, this, name, options, create, usual, isRequired);

    private T MissingCustom<T>(string name)
    {
        Fail(name, $"The parameter '{name}' is required.", StatusCodes.Status400BadRequest);
        return default!;
    }
}
