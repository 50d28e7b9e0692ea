using System.Text.Json;
using System.Text.Json.Serialization;

namespace Jero.Loopback.Server;

public sealed record Row(long Id, string Name, string? Note, int Quantity, int Price, bool IsOpen);

/// <summary>What the peers need and Jero makes itself.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Row))]
[JsonSerializable(typeof(IAsyncEnumerable<Row>))]
internal sealed partial class RowJson : JsonSerializerContext;
