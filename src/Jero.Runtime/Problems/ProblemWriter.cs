using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Jero.Generated;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Jero.Problems;

/// <summary>
/// Answers with an RFC 9457 problem. It uses <see cref="IProblemDetailsService"/> if one is registered and can write it. Otherwise it
/// writes the problem itself, because ASP.NET Core's own result becomes an empty 500 if reflection is off and no service is registered.
/// </summary>
internal static class ProblemWriter
{
    private static readonly JsonWriterOptions JsonOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task WriteAsync(HttpContext http, ProblemDetails problem)
    {
        // ASP.NET Core fills in the title and type of a status (RFC 9110, section 15) when it creates its own result.
        problem.Status ??= http.Response.StatusCode is >= 400 and var current ? current : StatusCodes.Status500InternalServerError;
        _ = TypedResults.Problem(problem);

        ProblemHeaders.ClearOtherBody(http);
        http.Response.StatusCode = problem.Status.Value;
        if (http.RequestServices?.GetService<IProblemDetailsService>() is { } service && await TryServiceAsync(service, http, problem).ConfigureAwait(false))
        {
            return;
        }

        using var buffer = new BatchBuffer();
        using (var json = new Utf8JsonWriter(buffer, JsonOptions))
        {
            Write(json, problem);
        }

        http.Response.ContentType = "application/problem+json";
        http.Response.ContentLength = buffer.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await http.Response.BodyWriter.WriteAsync(buffer.WrittenMemory, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static async ValueTask<bool> TryServiceAsync(IProblemDetailsService service, HttpContext http, ProblemDetails problem)
    {
        try
        {
            return await service.TryWriteAsync(new ProblemDetailsContext { HttpContext = http, ProblemDetails = problem }).ConfigureAwait(false);
        }
        catch (NotSupportedException) when (!http.Response.HasStarted)
        {
            // The problem has an extension whose type the app's JSON options do not know.
            return false;
        }
    }

    private static void Write(Utf8JsonWriter json, ProblemDetails problem)
    {
        json.WriteStartObject();
        WriteText(json, "type", problem.Type);
        WriteText(json, "title", problem.Title);
        if (problem.Status is { } status)
        {
            json.WriteNumber("status", status);
        }

        WriteText(json, "detail", problem.Detail);
        WriteText(json, "instance", problem.Instance);
        if (problem is HttpValidationProblemDetails { Errors: var errors })
        {
            json.WritePropertyName("errors");
            WriteMembers(json, errors);
        }

        foreach (var (name, value) in problem.Extensions)
        {
            json.WritePropertyName(name);
            WriteValue(json, value);
        }

        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case int or long or short or byte or sbyte or ushort or uint or ulong or decimal:
                json.WriteNumberValue(Convert.ToDecimal(value, CultureInfo.InvariantCulture));
                break;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case JsonElement element:
                element.WriteTo(json);
                break;
            case System.Text.Json.Nodes.JsonNode node:
                node.WriteTo(json);
                break;
            case IDictionary<string, string[]> lists:
                WriteMembers(json, lists);
                break;
            case IDictionary<string, object?> members:
                WriteMembers(json, members);
                break;
            case System.Collections.IEnumerable items:
                json.WriteStartArray();
                foreach (var item in items)
                {
                    WriteValue(json, item);
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static void WriteMembers<TValue>(Utf8JsonWriter json, IDictionary<string, TValue> members)
    {
        json.WriteStartObject();
        foreach (var (name, value) in members)
        {
            json.WritePropertyName(name);
            WriteValue(json, value);
        }

        json.WriteEndObject();
    }
}
