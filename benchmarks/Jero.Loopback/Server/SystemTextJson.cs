using System.Text.Json;
using System.Text.Json.Serialization;
using Items;

namespace Jero.Loopback.Server;

/// <summary>What the peers need and Jero makes itself.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Row))]
[JsonSerializable(typeof(Movie))]
[JsonSerializable(typeof(Remark))]
[JsonSerializable(typeof(Wide))]
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(Tick))]
[JsonSerializable(typeof(List<Row>))]
[JsonSerializable(typeof(IAsyncEnumerable<Row>))]
[JsonSerializable(typeof(IAsyncEnumerable<Movie>))]
[JsonSerializable(typeof(IAsyncEnumerable<Remark>))]
[JsonSerializable(typeof(IAsyncEnumerable<Wide>))]
[JsonSerializable(typeof(IAsyncEnumerable<Order>))]
internal sealed partial class SystemTextJson : JsonSerializerContext;
