using System.Text.Json.Serialization;
using Jero.Generated;

namespace Runtime.Tests.Streaming;

internal sealed record Movie(string Title);

internal sealed record MovieHeaders(int XVersion, string? XTraceId, bool? XLive = null)
{
    [JsonPropertyName("X_Raw")]
    public string[]? Tags { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Movie))]
[JsonSerializable(typeof(MovieHeaders))]
internal sealed partial class MovieJson : JsonSerializerContext;

internal readonly struct MovieWriter : IJsonWriter<Movie>
{
    public void Write(BatchBuffer buffer, Movie value)
    {
        buffer.Write("{\"title\":\""u8);
        if (value.Title == "unwritable")
        {
            throw new FormatException("This movie cannot be written.");
        }

        buffer.Write(System.Text.Encoding.UTF8.GetBytes(value.Title));
        buffer.Write("\"}"u8);
    }
}
