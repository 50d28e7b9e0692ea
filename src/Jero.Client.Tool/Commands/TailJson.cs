using System.Text.Json;
using System.Text.Json.Serialization;

namespace Jero.Client.Tool.Commands;

/// <summary>Any JSON, without reflection.</summary>
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class TailJson : JsonSerializerContext;
