using System.Text.Json;
using System.Text.Json.Serialization;

namespace Client.Tests;

internal sealed record Row(int Id, string? Text = null);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Row))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class RowJson : JsonSerializerContext;
