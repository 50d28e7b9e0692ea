using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Jero.Testing.Schema;

/// <summary>Provides metadata even if the app has switched reflection off.</summary>
[JsonSerializable(typeof(JsonNode))]
internal sealed partial class JsonNodeContext : JsonSerializerContext;
