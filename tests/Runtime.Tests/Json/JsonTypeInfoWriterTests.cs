using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Jero.Generated;
using Jero.MinimalApis;

namespace Jero.Tests.Json;

public sealed class JsonTypeInfoWriterTests
{
    [Fact]
    public void An_item_is_compact_and_escaped_as_Jero_does_whatever_its_options_say()
    {
        var options = new JsonSerializerOptions(Oracle.Options) { WriteIndented = true, Encoder = null };
        Assert.Equal("{\"name\":\"é<\\\"\",\"count\":1}", Write(new Thing("é<\"", 1), options));
    }

    [Fact]
    public void Null_is_the_literal() => Assert.Equal("null", Write<Thing?>(null, Oracle.Options));

    [Fact]
    public void An_item_that_fails_midway_leaves_nothing_behind()
    {
        using var buffer = new BatchBuffer();
        var writer = new JsonTypeInfoWriter<Faulty>((JsonTypeInfo<Faulty>)Oracle.Options.GetTypeInfo(typeof(Faulty)));
        writer.Write(buffer, new Faulty(false));
        var length = buffer.Length;
        Assert.Throws<InvalidTimeZoneException>(() => writer.Write(buffer, new Faulty(true)));

        buffer.Truncate(length);
        writer.Write(buffer, new Faulty(false));

        const string Whole = "{\"name\":\"fine\",\"value\":1}";
        Assert.Equal(Whole + Whole, Encoding.UTF8.GetString(buffer.WrittenMemory.Span));
    }

    [Fact]
    public void A_large_item_is_whole()
    {
        var thing = new Thing(new string('é', 100_000), 1);
        Assert.Equal(JsonSerializer.Serialize(thing, Oracle.Options), Write(thing, Oracle.Options));
    }

    private static string Write<T>(T value, JsonSerializerOptions options)
    {
        using var buffer = new BatchBuffer();
        new JsonTypeInfoWriter<T>((JsonTypeInfo<T>)options.GetTypeInfo(typeof(T))).Write(buffer, value);
        return Encoding.UTF8.GetString(buffer.WrittenMemory.Span);
    }

    private sealed record Thing(string Name, int Count);

    private sealed class Faulty(bool fails)
    {
        [JsonPropertyOrder(-1)]
        public string Name => "fine";

        public int Value => fails ? throw new InvalidTimeZoneException() : 1;
    }
}
