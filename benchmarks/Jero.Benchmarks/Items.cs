using System.Text.Json.Serialization;
using Jero;

namespace Writers;

public sealed record Row(long Id, string Name, string? Note, int Year, int Votes, bool IsNew);

public sealed record Movie(string Title, int Year, double Rating);

/// <summary>What System.Text.Json's own generator makes of the same types, for its fast path.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Serialization, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Row))]
[JsonSerializable(typeof(Movie))]
internal sealed partial class FastPath : JsonSerializerContext;

/// <summary>Lets the generator see the types.</summary>
[Endpoint("/rows")]
public sealed partial class RowsEndpoint
{
    public NDJSONStreamingResponse<Row> Get() => new(AsyncEnumerable.Empty<Row>());

    public NDJSONStreamingResponse<Movie> Post() => new(AsyncEnumerable.Empty<Movie>());
}
