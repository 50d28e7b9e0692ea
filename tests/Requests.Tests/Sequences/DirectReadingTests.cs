using System.Text;
using System.Text.Json;
using CsCheck;
using Jero;
using Jero.Generated;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Requests.Tests.Sequences;

/// <summary>What generated code reads of an item is what System.Text.Json reads by the metadata, and so is what is refused.</summary>
public sealed class DirectReadingTests
{
    private const string Everything =
        """
        {"text":"a \"text\"","maybe":null,"flag":true,"i8":-8,"u8":8,"i16":-16,"u16":16,"i32":-32,"u32":32,"i64":-64,"u64":64,"f32":1.5,"f64":-2.5e3,"money":12.30,"key":"6f9619ff-8b86-d011-b42d-00cf4fc964ff","at":"2026-11-27T09:00:00Z","since":"2026-11-27T09:00:00+01:00","day":"2026-11-27","time":"23:59:59.5","span":"-1.02:03:04.0000005","due":"0001-01-01","count":4,"until":null,"colour":7,"shade":"very dark","inner":{"id":1,"name":"i"},"other":{"id":2},"numbers":[1,2,3],"names":["a","b"],"inners":[{"id":3},null],"holes":["x",null],"größe":5}
        """;

    private const string Settable =
        """{"id":1,"name":"n","inners":[{"id":2,"name":null}],"count":{"a":[1]},"flag":true,"point":{"x":1,"y":2}}""";

    private const string Refusing = """{"age":3,"name":"n","note":"a note"}""";

    private const string Pair = """{"x":1,"y":2}""";

    private static readonly string[] Values =
    [
        "null", "true", "1", "-1", "0", "1.0", "1e2", "1e400", "300", "99999999999999999999", "\"\"", "\"1\"", "\"NaN\"", "\"Red\"", "\"dark\"", "\"light\"", "\"Light, very dark\"",
        "{}", "[]", "[null]", "[1]", "[\"a\"]", "{\"id\":1}", "{\"id\":1,\"id\":2}", "[{\"id\":1}]", "\"\\ud800\"", "\"\\u0041\"", "\"2026-11-27\"", "\"6f9619ff8b86d011b42d00cf4fc964ff\"",
        "\"2026-02-30\"", "\"2026-1-02\"", "\"2026-11-27T00:00\"", "\"2026\\u002d11-27\"", "\"9:00\"", "\"24:00:00\"", "\"09:00\"",
        "\"09:00:00.12345678\"", "\"1.00:00:00\"", "\"-00:00:01\"", "\" 09:00:00\"", "\"09:00:00 \"", "\"5\"", "\"10675199.02:48:05.4775808\"",
    ];

    private static readonly string[] Names = ["\"text\"", "\"Text\"", "\"te\\u0078t\"", "\"id\"", "\"ID\"", "\"x\"", "\"age\"", "\"title\"", "\"total\"", "\"$type\"", "\"$id\"", "\"\"", "\"more\""];

    [Fact]
    public void Usual_items_are_read_by_generated_code()
    {
        Assert.True(IsUsual<Everything>(default(JeroJson.Requests_Tests_Sequences_Everything).TryRead, Everything));
        Assert.True(IsUsual<Derived>(default(JeroJson.Requests_Tests_Sequences_Derived).TryRead, Settable));
        Assert.True(IsUsual<Refusing>(default(JeroJson.Requests_Tests_Sequences_Refusing).TryRead, Refusing));
        Assert.True(IsUsual<Point>(default(JeroJson.Requests_Tests_Sequences_Point).TryRead, Pair));
        Assert.False(IsUsual<Point>(default(JeroJson.Requests_Tests_Sequences_Point).TryRead, """{"X":1,"y":2}"""));
    }

    [Theory]
    [InlineData("""{"age":-1}""")]
    [InlineData("""{"name":"n","age":1}""")]
    [InlineData("""{"age":1,"note":null}""")]
    [InlineData("""{"age":1,"name":null}""")]
    [InlineData("""{}""")]
    [InlineData("""{"age":1}{""")]
    [InlineData("""{"age":1,}""")]
    [InlineData("""null""")]
    [InlineData("""[{"age":1}]""")]
    public async Task What_a_constructor_takes_and_refuses_is_the_same(string json) =>
        await AssertSameAsync<Refusing>(default(JeroJson.Requests_Tests_Sequences_Refusing).TryRead, json);

    [Fact]
    public async Task Every_value_in_the_place_of_every_member_is_the_same()
    {
        await ReplaceAsync<Everything>(default(JeroJson.Requests_Tests_Sequences_Everything).TryRead, Everything);
        await ReplaceAsync<Derived?>(default(JeroJson.Requests_Tests_Sequences_Derived).TryRead, Settable);
        await ReplaceAsync<Refusing>(default(JeroJson.Requests_Tests_Sequences_Refusing).TryRead, Refusing);
        await ReplaceAsync<Point>(default(JeroJson.Requests_Tests_Sequences_Point).TryRead, Pair);
    }

    [Fact]
    public async Task Every_byte_in_the_place_of_another_is_the_same() => await Gen.Select(Gen.Int[0, 1_000], Gen.Byte, Gen.Int[0, 3]).SampleAsync(
        async change =>
        {
            var (at, value, kind) = change;
            await (kind switch
            {
                0 => AssertSameAsync<Everything>(default(JeroJson.Requests_Tests_Sequences_Everything).TryRead, Changed(Everything, at, value)),
                1 => AssertSameAsync<Derived?>(default(JeroJson.Requests_Tests_Sequences_Derived).TryRead, Changed(Settable, at, value)),
                2 => AssertSameAsync<Refusing>(default(JeroJson.Requests_Tests_Sequences_Refusing).TryRead, Changed(Refusing, at, value)),
                _ => AssertSameAsync<Point>(default(JeroJson.Requests_Tests_Sequences_Point).TryRead, Changed(Pair, at, value)),
            });
        },
        iter: 4_000,
        threads: 1);

    // A client that has one form for all its items pays for the attempt a few times only, and gets the same items.
    [Fact]
    public async Task Items_of_another_form_are_no_longer_tried()
    {
        var tried = 0;
        TryReadJson<Point> read = (ref Utf8JsonReader reader, out Point value) =>
        {
            tried++;
            return default(JeroJson.Requests_Tests_Sequences_Point).TryRead(ref reader, out value);
        };
        var items = await ReadAsync(read, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"X\":1,\"y\":2}\n", 1_000))));

        Assert.Equal((1_000, 16), (items.Split('\n').Length - 1, tried));
    }

    private static async Task ReplaceAsync<T>(TryReadJson<T> read, string json)
    {
        var members = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!
            .Select(static pair => (Name: JsonSerializer.Serialize(pair.Key), Value: pair.Value.GetRawText()))
            .ToList();
        for (var i = 0; i < members.Count; i++)
        {
            foreach (var value in Values)
            {
                await AssertSameAsync(read, Join(members.Select((member, at) => at == i ? member with { Value = value } : member)));
            }

            foreach (var name in Names)
            {
                await AssertSameAsync(read, Join(members.Select((member, at) => at == i ? member with { Name = name } : member)));
            }

            await AssertSameAsync(read, Join(members.Where((_, at) => at != i)));
            await AssertSameAsync(read, Join(members.Append(members[i])));
            await AssertSameAsync(read, Join(members.Skip(i).Concat(members.Take(i))));
            await AssertSameAsync(read, Join(members.Take(i)));
        }
    }

    private static string Join(IEnumerable<(string Name, string Value)> members) => $"{{{string.Join(" , ", members.Select(static member => $"{member.Name} : {member.Value}"))}}}";

    private static byte[] Changed(string json, int at, byte value)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        bytes[at % bytes.Length] = value;
        return bytes;
    }

    private static bool IsUsual<T>(TryReadJson<T> read, string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return read(ref reader, out _);
    }

    private static Task AssertSameAsync<T>(TryReadJson<T> read, string json) => AssertSameAsync(read, Encoding.UTF8.GetBytes(json));

    private static async Task AssertSameAsync<T>(TryReadJson<T> read, byte[] json) =>
        Assert.Equal(await ReadAsync<T>(null, json), await ReadAsync(read, json));

    private static async Task<string> ReadAsync<T>(TryReadJson<T>? read, byte[] json)
    {
        using var services = new ServiceCollection().AddOptions().BuildServiceProvider();
        var http = new DefaultHttpContext { RequestServices = services, Request = { Method = "POST", ContentType = "application/x-ndjson" } };
        http.Features.Set<IRequestBodyPipeFeature>(new CountedBody(json, [4_096]));
        var seen = new StringBuilder();
        try
        {
            await foreach (var item in new RequestBinder(http).Items("items", JeroJson.Options, usual: read))
            {
                seen.Append(JsonSerializer.Serialize(item, JeroJson.Options)).Append('\n');
            }
        }
        catch (BadItemException exception)
        {
            seen.Append(exception.Path).Append(": ").Append(exception.Problem.Status).Append(' ').Append(exception.Problem.Detail);
        }
        catch (ArgumentException exception)
        {
            seen.Append(exception.Message);
        }

        return seen.ToString();
    }
}
