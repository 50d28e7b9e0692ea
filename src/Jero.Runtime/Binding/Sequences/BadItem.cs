using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Jero.Binding.Sequences;

/// <summary>Says what is wrong with an item.</summary>
internal static class BadItem
{
    /// <summary>A fault at one place.</summary>
    /// <param name="number">The number of the item, from 1.</param>
    /// <param name="fault">Where and what.</param>
    public static BadItemException Of(long number, JsonBodyFault fault) => Of(
        number,
        fault.Path,
        new Dictionary<string, string[]>(StringComparer.Ordinal) { [fault.Path] = [fault.Message] },
        fault.Status,
        fault.Message);

    /// <summary>A fault of the item as a whole, or of what is around it.</summary>
    public static BadItemException Of(long number, string message, int status) => Of(number, new JsonBodyFault("$", message, status));

    /// <summary>Rules that are broken, by the member.</summary>
    public static BadItemException Of(long number, IDictionary<string, string[]> errors) => Of(
        number, errors.Keys.First(), errors, StatusCodes.Status400BadRequest, string.Join(' ', errors.Values.SelectMany(static messages => messages)));

    /// <summary>A body that the server refuses keeps the server's status.</summary>
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
