using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Jero.Generated;
using Jero.Json.Metadata;
using Microsoft.AspNetCore.Http;

namespace Jero.Binding.Sequences;

/// <summary>Says how the items of one sequence are read and checked.</summary>
/// <param name="Compiled">The JSON options of the assembly.</param>
/// <param name="Create">Creates the metadata of an item, if it is not that of the type.</param>
/// <param name="AcceptsNull">Whether an item may be null.</param>
/// <param name="FindErrors">Checks an item by the rules of its type; null if it has none.</param>
/// <param name="Usual">Reads an item whose JSON has the usual form; null if only the metadata can read the type.</param>
internal readonly record struct ItemReader<T>(
    JsonSerializerOptions Compiled,
    Func<JsonSerializerOptions, JsonTypeInfo>? Create,
    bool AcceptsNull,
    Func<HttpContext, object?, ValueTask<IDictionary<string, string[]>?>>? FindErrors,
    TryReadJson<T>? Usual)
{
    /// <summary>Finds the metadata, whether it keeps the client's text as it came, and the direct reader that is tried first.</summary>
    public (JsonTypeInfo<T> Metadata, bool KeepsText, UsualItems<T>? Usual) Prepare(HttpContext http)
    {
        var json = AppJsonOptions.ForBodies(http.RequestServices, Compiled);
        var metadata = json.TypeInfo<T>(Create);
        var keepsText = json.KeepsClientText(metadata);
        return (metadata, keepsText, Usual is null || keepsText ? null : new UsualItems<T>(Usual, metadata.Options));
    }

    /// <summary>Reads one item.</summary>
    /// <param name="json">The JSON of the item.</param>
    /// <param name="number">Its number, counted from 1.</param>
    /// <param name="metadata">The metadata from <see cref="Prepare"/>.</param>
    /// <param name="keepsText">The flag from <see cref="Prepare"/>.</param>
    /// <exception cref="BadItemException">The item is malformed or does not fit.</exception>
    public T Read(ReadOnlySpan<byte> json, long number, JsonTypeInfo<T> metadata, bool keepsText)
    {
        try
        {
            var item = keepsText ? ReadKept(json, number, metadata) : JsonSerializer.Deserialize(json, metadata);
            return item is null && !AcceptsNull
                ? throw BadItem.Of(number, "The item may not be null.", StatusCodes.Status422UnprocessableEntity)
                : item!;
        }
        catch (JsonException exception)
        {
            throw BadItem.Of(number, JsonBodyFault.Of(exception, "The item"));
        }
        catch (NotSupportedException)
        {
            // The only case left is an abstract type without its discriminator, as for a whole body.
            throw BadItem.Of(number, "The item does not fit: a discriminator is missing.", StatusCodes.Status422UnprocessableEntity);
        }
    }

    // Bad JSON that an item keeps as text would throw only when the handler uses it. A sequence does not keep its items, so each is checked
    // at once.
    private static T? ReadKept(ReadOnlySpan<byte> json, long number, JsonTypeInfo<T> metadata)
    {
        if (!Utf8.IsValid(json))
        {
            throw BadItem.Of(number, "The item is not valid UTF-8.", StatusCodes.Status400BadRequest);
        }

        var kept = KeptValues.Begin();
        try
        {
            var item = JsonSerializer.Deserialize(json, metadata);
            return kept.FindFault() is { } fault ? throw BadItem.Of(number, fault, StatusCodes.Status422UnprocessableEntity) : item;
        }
        finally
        {
            KeptValues.End();
        }
    }
}
