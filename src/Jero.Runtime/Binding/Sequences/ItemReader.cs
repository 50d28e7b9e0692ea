using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Jero.Generated;
using Jero.Json.Metadata;
using Microsoft.AspNetCore.Http;

namespace Jero.Binding.Sequences;

/// <summary>What the items of one sequence are read and checked by.</summary>
/// <param name="Compiled">The wire rules of the assembly.</param>
/// <param name="Create">Creates the metadata of an item, where it is not that of the type.</param>
/// <param name="AcceptsNull">Whether an item may be null.</param>
/// <param name="FindErrors">Checks an item by the rules of its type; null where it has none.</param>
/// <param name="Usual">Reads an item whose JSON is usual; null where nothing but the metadata reads the type.</param>
internal readonly record struct ItemReader<T>(
    JsonSerializerOptions Compiled,
    Func<JsonSerializerOptions, JsonTypeInfo>? Create,
    bool AcceptsNull,
    Func<HttpContext, object?, ValueTask<IDictionary<string, string[]>?>>? FindErrors,
    TryReadJson<T>? Usual)
{
    /// <summary>The metadata, whether it keeps the client's text as it came, and what reads usual items before it.</summary>
    public (JsonTypeInfo<T> Metadata, bool KeepsText, UsualItems<T>? Usual) Prepare(HttpContext http)
    {
        var json = AppJsonOptions.ForBodies(http.RequestServices, Compiled);
        var metadata = json.TypeInfo<T>(Create);
        var keepsText = json.KeepsClientText(metadata);
        return (metadata, keepsText, Usual is null || keepsText ? null : new UsualItems<T>(Usual, metadata.Options));
    }

    /// <summary>Reads one item.</summary>
    /// <param name="json">Its JSON.</param>
    /// <param name="number">Its number, from 1.</param>
    /// <param name="metadata">That of <see cref="Prepare"/>.</param>
    /// <param name="keepsText">That of <see cref="Prepare"/>.</param>
    /// <exception cref="BadItemException">It is malformed, or does not fit.</exception>
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
            // As for a whole body: what is left is an abstract type without its discriminator.
            throw BadItem.Of(number, "The item does not fit: a discriminator is missing.", StatusCodes.Status422UnprocessableEntity);
        }
    }

    // What is wrong in JSON that is kept would throw where the handler uses it. A sequence keeps no item, so each is looked through at once.
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
