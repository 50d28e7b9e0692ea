using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Jero;

namespace Corpus;

/// <summary>Written as one string, "12.50 EUR".</summary>
[JsonConverter(typeof(MoneyConverter))]
public readonly record struct Money(decimal Amount, string Currency);

public sealed class MoneyConverter : JsonConverter<Money>
{
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var parts = reader.GetString()!.Split(' ');
        return new Money(decimal.Parse(parts[0], CultureInfo.InvariantCulture), parts[1]);
    }

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) =>
        writer.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"{value.Amount} {value.Currency}"));
}

/// <summary>Written as an array; it handles null itself.</summary>
[JsonConverter(typeof(RangeConverter))]
public sealed record Span(int From, int To);

public sealed class RangeConverter : JsonConverter<Span?>
{
    public override bool HandleNull => true;

    public override Span? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return null;
        }

        reader.Read();
        var from = reader.GetInt32();
        reader.Read();
        var to = reader.GetInt32();
        reader.Read();
        return new Span(from, to);
    }

    public override void Write(Utf8JsonWriter writer, Span? value, JsonSerializerOptions options)
    {
        if (value is null)
        {
            writer.WriteStringValue("nowhere");
            return;
        }

        writer.WriteStartArray();
        writer.WriteNumberValue(value.From);
        writer.WriteNumberValue(value.To);
        writer.WriteEndArray();
    }
}

/// <summary>For one member: an int as hexadecimal text.</summary>
public sealed class HexConverter : JsonConverter<int>
{
    public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        int.Parse(reader.GetString()!, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString("x", CultureInfo.InvariantCulture));
}

/// <summary>A converter that asks the serializer for another type.</summary>
public sealed class WrappedBoxConverter : JsonConverter<Box>
{
    public override Box? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(JsonSerializer.Deserialize(ref reader, NumberInfo(options)), "read");

    public override void Write(Utf8JsonWriter writer, Box value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.Id, NumberInfo(options));

    private static JsonTypeInfo<int> NumberInfo(JsonSerializerOptions options) => (JsonTypeInfo<int>)options.GetTypeInfo(typeof(int));
}

/// <summary>Makes converters for members.</summary>
public sealed class TextListConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert == typeof(List<int>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => new TextListConverter();

    private sealed class TextListConverter : JsonConverter<List<int>>
    {
        public override List<int> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            [.. reader.GetString()!.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(text => int.Parse(text, CultureInfo.InvariantCulture))];

        public override void Write(Utf8JsonWriter writer, List<int> value, JsonSerializerOptions options) => writer.WriteStringValue(string.Join(';', value));
    }
}

public sealed class Converted
{
    public Money Price { get; set; } = new(1.50m, "EUR");
    public Money? Discount { get; set; }
    public List<Money> Prices { get; set; } = [];
    public Dictionary<string, Money?> ByName { get; set; } = [];
    public Span? Where { get; set; }
    public Span?[] Places { get; set; } = [];
    [JsonConverter(typeof(HexConverter))]
    public int Hex { get; set; }
    [JsonConverter(typeof(HexConverter))]
    public int? MaybeHex { get; set; }
    [JsonConverter(typeof(WrappedBoxConverter))]
    public Box? Box { get; set; }
    [JsonConverter(typeof(TextListConverterFactory))]
    public List<int> Joined { get; set; } = [];
    public int Last { get; set; }
}

[Endpoint("/corpus/converters/members")]
public sealed partial class ConvertedCase : CorpusCase<Converted>
{
    protected override IEnumerable<Converted> Values =>
    [
        new(),
        new()
        {
            Price = new(0.10m, "\"<é>"), Discount = new(1, "X"), Prices = [new(1, "A"), new(2, "B")], ByName = new() { ["a"] = null, ["b"] = new(3, "C") },
            Where = new(1, 2), Places = [null, new(3, 4)], Hex = 255, MaybeHex = -1, Box = new(5, "x"), Joined = [1, 2, 3], Last = 6,
        },
    ];

    public NDJSONStreamingResponse<Converted> Get() => Stream();
}

[Endpoint("/corpus/converters/item")]
public sealed partial class MoneyCase : CorpusCase<Money>
{
    protected override IEnumerable<Money> Values => [new(1, "EUR"), new(-0.00m, "")];

    public NDJSONStreamingResponse<Money> Get() => Stream();
}

[Endpoint("/corpus/converters/null")]
public sealed partial class SpanCase : CorpusCase<Span?>
{
    protected override IEnumerable<Span?> Values => [new(1, 2), null];

    public NDJSONStreamingResponse<Span?> Get() => Stream();
}
