using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Movies;

namespace Samples.Tests.Movies;

/// <summary>How System.Text.Json itself writes a film under the defaults of ASP.NET Core.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Movie))]
internal sealed partial class MovieJson : JsonSerializerContext
{
    private static readonly MovieJson Relaxed =
        new(new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static string Serialize(Movie movie) => JsonSerializer.Serialize(movie, Relaxed.Movie);
}
