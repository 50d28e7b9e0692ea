using System.Text.Encodings.Web;
using System.Text.Json;

namespace Jero.Json.Writing;

/// <summary>Has the options for everything that Jero writes as JSON: ASP.NET Core's HTTP JSON defaults.</summary>
internal static class JsonDefaults
{
    public static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public static readonly JsonWriterOptions WriterOptions = new() { Encoder = Encoder, SkipValidation = true };
}
