using System.Text.Json;
using System.Text.Json.Serialization;
using Items;

namespace Writers;

/// <summary>What System.Text.Json's own generator makes of the same types: its fast path.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Serialization, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Row))]
[JsonSerializable(typeof(Movie))]
[JsonSerializable(typeof(Wide))]
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(Remark))]
[JsonSerializable(typeof(Article))]
[JsonSerializable(typeof(Booking))]
[JsonSerializable(typeof(Invoice))]
internal sealed partial class FastPath : JsonSerializerContext;

/// <summary>And its metadata, which is what ASP.NET Core writes with as soon as an option differs from the context's.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Row))]
[JsonSerializable(typeof(Movie))]
[JsonSerializable(typeof(Wide))]
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(Remark))]
[JsonSerializable(typeof(Article))]
[JsonSerializable(typeof(Booking))]
internal sealed partial class MetadataPath : JsonSerializerContext;
