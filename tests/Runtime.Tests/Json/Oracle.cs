using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Jero.Generated;

namespace Jero.Tests.Json;

/// <summary>System.Text.Json under ASP.NET Core's HTTP JSON defaults, which every writer must match byte for byte.</summary>
internal static class Oracle
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    public static void Matches<T, TWriter>(params IEnumerable<T> values)
        where TWriter : struct, IJsonWriter<T>
    {
        using var buffer = new BatchBuffer();
        foreach (var value in values)
        {
            buffer.Clear();
            default(TWriter).Write(buffer, value);
            var expected = JsonSerializer.SerializeToUtf8Bytes(value, Options);

            // The text is made only to be read in a failure.
            if (!buffer.WrittenMemory.Span.SequenceEqual(expected))
            {
                Assert.Equal(Encoding.UTF8.GetString(expected), Encoding.UTF8.GetString(buffer.WrittenMemory.Span));
                Assert.Fail("Same text, other bytes.");
            }
        }
    }

    public static void FailsAlike<T, TWriter>(T value)
        where TWriter : struct, IJsonWriter<T>
    {
        using var buffer = new BatchBuffer();
        var expected = Record.Exception(() => JsonSerializer.Serialize(value, Options));
        var actual = Record.Exception(() => default(TWriter).Write(buffer, value));
        Assert.NotNull(expected);
        Assert.NotNull(actual);
        Assert.Equal(expected.GetType(), actual.GetType());
        Assert.Equal(expected.Message, actual.Message);
    }

    public static string Write<T, TWriter>(T value)
        where TWriter : struct, IJsonWriter<T>
    {
        using var buffer = new BatchBuffer();
        default(TWriter).Write(buffer, value);
        return Encoding.UTF8.GetString(buffer.WrittenMemory.Span);
    }
}
