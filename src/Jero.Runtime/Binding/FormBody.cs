using System.Globalization;
using Jero.Problems;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Jero.Binding;

/// <summary>
/// Reads a form as minimal APIs do. The antiforgery middleware has already checked the request; this class reads its verdict.
/// </summary>
/// <remarks>https://learn.microsoft.com/aspnet/core/security/anti-request-forgery#antiforgery-with-minimal-apis</remarks>
internal static class FormBody
{
    private const string Name = "form";

    public static async ValueTask<IFormCollection?> ReadAsync(HttpContext http, IRequestFaults faults)
    {
        if (http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false })
        {
            faults.Fail(Name, "The antiforgery token is missing or not valid.", StatusCodes.Status400BadRequest);
            return null;
        }

        if (!http.Request.HasFormContentType)
        {
            var isMissing = RequestBody.IsMissing(http) && http.Request.ContentType is null;
            faults.Fail(
                Name,
                isMissing
                    ? "A form is required."
                    : $"The body must be a form, but its content type is '{ClientText.Shorten(http.Request.ContentType ?? "")}'.",
                isMissing ? StatusCodes.Status400BadRequest : StatusCodes.Status415UnsupportedMediaType);
            return null;
        }

        if (RequestBody.IsMissing(http))
        {
            faults.Fail(Name, "A form is required.", StatusCodes.Status400BadRequest);
            return null;
        }

        if (!RequestBody.HasKnownCharset(http.Request))
        {
            RequestBody.FailCharset(faults, Name, http.Request);
            return null;
        }

        try
        {
            return await http.Request.ReadFormAsync(http.RequestAborted).ConfigureAwait(false);
        }
        catch (BadHttpRequestException exception)
        {
            RequestBody.Fail(faults, Name, exception);
        }
        catch (NotSupportedException)
        {
            faults.Fail(Name, "A part of the form has a charset that is not supported.", StatusCodes.Status415UnsupportedMediaType);
        }
        catch (InvalidDataException)
        {
            faults.Fail(Name, "The form cannot be read: it is malformed or goes beyond a limit.", StatusCodes.Status400BadRequest);
        }
        catch (IOException) when (!http.RequestAborted.IsCancellationRequested)
        {
            faults.Fail(Name, "The form ends too early.", StatusCodes.Status400BadRequest);
        }

        return null;
    }

    /// <summary>Collects the values of <c>name[0]</c>, <c>name[1]</c> and so on, up to the first number that is missing.</summary>
    public static StringValues Numbered(IFormCollection form, string name)
    {
        var texts = StringValues.Empty;
        for (var i = 0; form.TryGetValue(string.Create(CultureInfo.InvariantCulture, $"{name}[{i}]"), out var text); i++)
        {
            texts = StringValues.Concat(texts, text);
        }

        return texts;
    }
}
