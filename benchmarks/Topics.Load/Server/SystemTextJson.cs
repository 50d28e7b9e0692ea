using System.Text.Json;
using System.Text.Json.Serialization;

namespace Topics.Load.Server;

/// <summary>What the peers need, and the topic for its items.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Notice))]
internal sealed partial class SystemTextJson : JsonSerializerContext;
