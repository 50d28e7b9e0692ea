using System.Collections;
using System.Globalization;
using Jero;
using Microsoft.AspNetCore.Http;

namespace Requests.Tests;

/// <summary>What the handlers of both sides answer with: the values that they were called with.</summary>
internal static class Echo
{
    /// <summary>The header that says that a handler ran.</summary>
    public const string Ran = "X-Ran";

    private static readonly HttpContextAccessor Accessor = new();

    public static JSONResponse<string> Jero(params object?[] values) => new(Text(values));

    public static IResult Minimal(params object?[] values) => TypedResults.Ok(Text(values));

    public static string Text(params object?[] values)
    {
        Accessor.HttpContext!.Response.Headers[Ran] = "1";
        return string.Join(" | ", values.Select(One));
    }

    private static string One(object? value) => value switch
    {
        null => "-",
        string text => text,
        DateTime date => $"{date:O} {date.Kind}",
        IFormattable formattable => formattable.ToString(value is DateTimeOffset or DateOnly or TimeOnly ? "O" : null, CultureInfo.InvariantCulture),
        IEnumerable items => $"[{string.Join(",", items.Cast<object?>().Select(One))}]",
        _ => value.ToString()!,
    };
}
