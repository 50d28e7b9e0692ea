using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Jero.Binding.Sequences;

/// <summary>Creates the exceptions that say what is wrong with an item.</summary>
internal static class BadItem
{
    /// <summary>Creates an exception for a fault at one place.</summary>
    /// <param name="number">The number of the item, counted from 1.</param>
    /// <param name="fault">The place and the fault.</param>
    public static BadItemException Of(long number, JsonBodyFault fault) => Of(
        number,
        fault.Path,
        new Dictionary<string, string[]>(StringComparer.Ordinal) { [fault.Path] = [fault.Message] },
        fault.Status,
        fault.Message);

    /// <summary>Creates an exception for a fault of the item as a whole, or of what surrounds it.</summary>
    public static BadItemException Of(long number, string message, int status) => Of(number, new JsonBodyFault("$", message, status));

    /// <summary>Creates an exception for validation rules that are broken, keyed by member.</summary>
    public static BadItemException Of(long number, IDictionary<string, string[]> errors) => Of(
        number, errors.Keys.First(), errors, StatusCodes.Status400BadRequest, string.Join(' ', errors.Values.SelectMany(static messages => messages)));

    /// <summary>Creates an exception for a body that the server refuses, with the server's status.</summary>
    public static BadItemException Of(long number, BadHttpRequestException exception) => Of(
        number,
        exception.StatusCode == StatusCodes.Status413PayloadTooLarge ? RequestBody.TooLarge : "The body cannot be read to its end.",
        exception.StatusCode);

    private static BadItemException Of(long number, string path, IDictionary<string, string[]> errors, int status, string message) => new(
        new HttpValidationProblemDetails(errors)
        {
            Status = status,
            Title = ReasonPhrases.GetReasonPhrase(status),
            Detail = string.Create(CultureInfo.InvariantCulture, $"Item {number}: {message}"),
            Extensions = { ["item"] = number },
        },
        number,
        path);
}
