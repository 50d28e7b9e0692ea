using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Jero.Json.Metadata;
using Jero.Problems;
using Microsoft.AspNetCore.Http;

namespace Jero.Binding;

/// <summary>Reads a JSON body and says what is wrong with it: 415, 413, 400 where it is malformed, 422 where it does not fit.</summary>
internal static class JsonBody
{
    public static async ValueTask<T?> ReadAsync<T>(
        HttpContext http, IRequestFaults faults, string name, JsonSerializerOptions compiled, Func<JsonSerializerOptions, JsonTypeInfo>? create, bool isRequired)
    {
        if (RequestBody.IsMissing(http))
        {
            if (isRequired)
            {
                faults.Fail(name, $"The body parameter '{name}' is required.", StatusCodes.Status400BadRequest);
            }

            return default;
        }

        if (!http.Request.HasJsonContentType())
        {
            faults.Fail(
                name,
                http.Request.ContentType is { } contentType
                    ? $"The body has to be application/json, but its content type is '{ClientText.Shorten(contentType)}'."
                    : "The body has to be application/json, but it has no content type.",
                StatusCodes.Status415UnsupportedMediaType);
            return default;
        }

        if (!RequestBody.HasKnownCharset(http.Request))
        {
            RequestBody.FailCharset(faults, name, http.Request);
            return default;
        }

        var json = AppJsonOptions.ForBodies(http.RequestServices, compiled);
        var metadata = json.TypeInfo<T>(create);
        try
        {
            KeptValues? kept = null;
            if (json.KeepsClientText(metadata))
            {
                StrictUtf8.Require(http.Request);
                kept = KeptValues.Begin();
            }

            var value = await http.Request.ReadFromJsonAsync(metadata, http.RequestAborted).ConfigureAwait(false);
            kept?.LeaveWith(http);
            if (value is null && isRequired)
            {
                faults.Fail(name, $"The body parameter '{name}' is required and may not be null.", StatusCodes.Status422UnprocessableEntity);
            }

            return value;
        }
        catch (JsonException exception)
        {
            Fail(faults, exception);
        }
        catch (DecoderFallbackException)
        {
            faults.Fail("$", "The body is not valid UTF-8.", StatusCodes.Status400BadRequest);
        }
        catch (NotSupportedException)
        {
            // That the type can be read at all is checked at compile time; what is left is an abstract type without its discriminator.
            faults.Fail("$", "The body does not fit: a discriminator is missing.", StatusCodes.Status422UnprocessableEntity);
        }
        catch (BadHttpRequestException exception)
        {
            RequestBody.Fail(faults, name, exception);
        }
        catch (IOException) when (!http.RequestAborted.IsCancellationRequested)
        {
            faults.Fail(name, "The body ends too early.", StatusCodes.Status400BadRequest);
        }

        return default;
    }

    // System.Text.Json says which by the exception inside: a JsonException of its reader, or that of a decoder, means text that is no JSON.
    private static void Fail(IRequestFaults faults, JsonException exception)
    {
        var path = string.IsNullOrEmpty(exception.Path) ? "$" : ClientText.ShortenPath(exception.Path);
        if (exception is MisfitException misfit)
        {
            path = ClientText.ShortenPath(path + misfit.Place);
            faults.Fail(path, $"'{path}' {misfit.Reason}.", StatusCodes.Status422UnprocessableEntity);
        }
        else if (exception.InnerException is JsonException or InvalidOperationException { InnerException: DecoderFallbackException })
        {
            var position = exception.LineNumber is { } line ? $" at line {line + 1}, byte {(exception.BytePositionInLine ?? 0) + 1}" : "";
            faults.Fail(path, $"The body is not valid JSON{position}.", StatusCodes.Status400BadRequest);
        }
        else
        {
            faults.Fail(path, Misfit(path, exception.Message), StatusCodes.Status422UnprocessableEntity);
        }
    }

    // The exception's own message names .NET types, which are not the client's to see; of it only what was wrong is kept, and the names of
    // missing members.
    private static string Misfit(string path, string message)
    {
        const string Missing = "required properties including: ";
        if (message.Contains("doesn't allow ", StringComparison.Ordinal))
        {
            return $"'{path}' may not be null.";
        }

        if (message.Contains("could not be mapped", StringComparison.Ordinal))
        {
            return $"'{path}' is no member that is known.";
        }

        var start = message.IndexOf(Missing, StringComparison.Ordinal);
        if (start < 0)
        {
            return $"The body does not fit at '{path}'.";
        }

        start += Missing.Length;
        var end = message.IndexOf(" Path:", start, StringComparison.Ordinal);
        return $"The object at '{path}' lacks required members: {message.AsSpan(start, (end < 0 ? message.Length : end) - start).TrimEnd('.')}.";
    }
}
