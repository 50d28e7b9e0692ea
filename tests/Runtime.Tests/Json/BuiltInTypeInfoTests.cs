using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Jero.Generated;

namespace Jero.Tests.Json;

public sealed class BuiltInTypeInfoTests
{
    public static TheoryData<object> Values =>
    [
        "é\"", true, 'x', sbyte.MinValue, byte.MaxValue, short.MinValue, ushort.MaxValue, int.MinValue, uint.MaxValue, long.MinValue,
        ulong.MaxValue, Int128.MinValue, UInt128.MaxValue, Half.MaxValue, 1.5f, -Math.PI, 1.50m, Guid.AllBitsSet, DateTime.UnixEpoch,
        DateTimeOffset.MaxValue, DateOnly.MaxValue, TimeOnly.MaxValue, TimeSpan.MinValue, new Uri("http://example.org/"), new Version(1, 2),
        new byte[] { 1, 2, 3 }, new Memory<byte>([1, 2]), new ReadOnlyMemory<byte>([1, 2]),
        JsonSerializer.SerializeToElement(1), JsonSerializer.SerializeToDocument(1), new JsonObject { ["a"] = 1 }, new JsonArray(1),
    ];

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public void A_built_in_type_is_written_and_read(object value)
    {
        var options = CreateOptions();
        var json = JsonSerializer.Serialize(value, options.GetTypeInfo(value.GetType()));
        Assert.Equal(JsonSerializer.Serialize(value, value.GetType(), Oracle.Options), json);

        var back = JsonSerializer.Deserialize(json, options.GetTypeInfo(value.GetType()));
        Assert.IsType(value.GetType(), back);
        Assert.Equal(json, JsonSerializer.Serialize(back, options.GetTypeInfo(value.GetType())));
    }

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public void The_nullable_of_a_built_in_value_type_is_written_and_read(object value)
    {
        if (!value.GetType().IsValueType)
        {
            return;
        }

        var info = CreateOptions().GetTypeInfo(typeof(Nullable<>).MakeGenericType(value.GetType()));
        Assert.Equal("null", JsonSerializer.Serialize((object?)null, info));
        Assert.Null(JsonSerializer.Deserialize("null", info));
        var json = JsonSerializer.Serialize(value, info);
        Assert.Equal(JsonSerializer.Serialize(value, value.GetType(), Oracle.Options), json);
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize(json, info), info));
    }

    [Fact]
    public void Numbers_are_read_from_strings_as_the_options_say()
    {
        Assert.Equal(7, JsonSerializer.Deserialize("\"7\"", (JsonTypeInfo<int>)CreateOptions().GetTypeInfo(typeof(int))));
        Assert.Equal(7, JsonSerializer.Deserialize("\"7\"", (JsonTypeInfo<int?>)CreateOptions().GetTypeInfo(typeof(int?))));
    }

    [Fact]
    public void A_converter_of_the_options_comes_first()
    {
        var options = CreateOptions();
        options.Converters.Add(new YesNo());
        Assert.Equal("\"yes\"", JsonSerializer.Serialize(true, options.GetTypeInfo(typeof(bool))));
        Assert.Equal("\"no\"", JsonSerializer.Serialize(false, options.GetTypeInfo(typeof(bool?))));
    }

    [Fact]
    public void Any_other_type_is_left_to_other_resolvers()
    {
        Assert.Null(BuiltInTypeInfo.Get(typeof(BuiltInTypeInfoTests), new JsonSerializerOptions()));
        Assert.Null(BuiltInTypeInfo.Get(typeof(List<int>), new JsonSerializerOptions()));
        Assert.Null(BuiltInTypeInfo.Get(typeof(DayOfWeek), new JsonSerializerOptions()));
    }

    private static JsonSerializerOptions CreateOptions() => new(Oracle.Options) { TypeInfoResolver = new BuiltInsOnly() };

    private sealed class BuiltInsOnly : IJsonTypeInfoResolver
    {
        public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) => BuiltInTypeInfo.Get(type, options);
    }

    private sealed class YesNo : JsonConverter<bool>
    {
        public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString() == "yes";

        public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value ? "yes" : "no");
    }
}
