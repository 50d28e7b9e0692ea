using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Jero.Generated;
using Jero.Json.Metadata;
using Jero.Problems;
using Microsoft.AspNetCore.Http;

namespace Jero.Binding;

/// <summary>
/// Reads a JSON body and reports what is wrong with it: 415 for another media type, 413 if it is too large, 400 if it is malformed, and 422
/// if it does not fit the type.
/// </summary>
internal static class JsonBody
{
    public static async ValueTask<T?> ReadAsync<T>(
        HttpContext http,
        IRequestFaults faults,
        string name,
        JsonSerializerOptions compiled,
        Func<JsonSerializerOptions, JsonTypeInfo>? create,
        TryReadJson<T>? usual,
        bool isRequired)
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
                    ? $"The body must be application/json, but its content type is '{ClientText.Shorten(contentType)}'."
                    : "The body must be application/json, but it has no content type.",
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

            T? value;
            if (usual is null || kept is not null || !UsualBody.IsPossible(http.Request))
            {
                value = await http.Request.ReadFromJsonAsync(metadata, http.RequestAborted).ConfigureAwait(false);
            }
            else
            {
                var body = http.Request.BodyReader;
                (var isRead, value) = await UsualBody.TryReadAsync(body, usual, metadata.Options, http.RequestAborted).ConfigureAwait(false);
                if (!isRead)
                {
                    // The reader that has looked at the body may hold some of it, so the metadata reads from it too.
                    value = await JsonSerializer.DeserializeAsync(body, metadata, http.RequestAborted).ConfigureAwait(false);
                }
            }

            kept?.LeaveWith(http);
            if (value is null && isRequired)
            {
                faults.Fail(
                    name, $"The body parameter '{name}' is required and may not be null.", StatusCodes.Status422UnprocessableEntity);
            }

            return value;
        }
        catch (JsonException exception)
        {
            var fault = JsonBodyFault.Of(exception, "The body");
            faults.Fail(fault.Path, fault.Message, fault.Status);
        }
        catch (DecoderFallbackException)
        {
            faults.Fail("$", "The body is not valid UTF-8.", StatusCodes.Status400BadRequest);
        }
        catch (NotSupportedException)
        {
            // The generator checks that the type can be read, so the only case left is an abstract type without its discriminator.
            faults.Fail("$", "The body does not fit: a discriminator is missing.", StatusCodes.Status422UnprocessableEntity);
        }
        catch (BadHttpRequestException exception)
        {
            RequestBody.Fail(faults, name, exception);
        }
        catch (InvalidDataException)
        {
            faults.Fail(name, RequestBody.Damaged, StatusCodes.Status400BadRequest);
        }
        catch (IOException) when (!http.RequestAborted.IsCancellationRequested)
        {
            faults.Fail(name, "The body ends too early.", StatusCodes.Status400BadRequest);
        }

        return default;
    }
}
