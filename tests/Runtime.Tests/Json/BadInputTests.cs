using System.Text.Json;
using System.Text.Json.Serialization;
using Corpus;
using Microsoft.Extensions.DependencyInjection;
using Runtime.Tests.Endpoints;
using Runtime.Tests.Streaming;

namespace Jero.Tests.Json;

/// <summary>A value that cannot be written, over a real connection: the items before it arrive whole, of it nothing.</summary>
public sealed class BadInputTests
{
    public static TheoryData<string, object> Faults => new()
    {
        { "nan", Fragile.NotANumber },
        { "cycle", Fragile.Cyclic },
        { "converter", Fragile.Halfway },
        { "variant", Fragile.Undeclared },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task The_stream_is_cut_short_behind_the_last_whole_item(string fault, object item)
    {
        await using var app = await StartAsync();

        using var client = await RawClient.ReadWholeAsync(app, $"/bad/{fault}");

        Assert.StartsWith("HTTP/1.1 200 ", client.Received, StringComparison.Ordinal);
        var good = JsonSerializer.Serialize(Fragile.Good, Oracle.Options);
        Assert.Equal($"{good}\n{good}\n", client.Body);
        Assert.False(client.IsWhole);
        AssertLogged(app, item);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Events_are_cut_short_behind_the_last_whole_one(string fault, object item)
    {
        await using var app = await StartAsync();

        using var client = await RawClient.ReadWholeAsync(app, $"/bad/events/{fault}");

        var good = JsonSerializer.Serialize(Fragile.Good, Oracle.Options);
        Assert.Equal($"data: {good}\n\ndata: {good}\n\n", client.Body);
        Assert.False(client.IsWhole);
        AssertLogged(app, item);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_single_value_is_an_error_response(string fault, object item)
    {
        await using var app = await StartAsync();

        using var client = await RawClient.ReadWholeAsync(app, $"/bad/{fault}", "POST", "Content-Length: 0\r\n");

        Assert.StartsWith("HTTP/1.1 500 ", client.Received, StringComparison.Ordinal);
        Assert.DoesNotContain("text", client.Body, StringComparison.Ordinal);
        AssertLogged(app, item);
    }

    [Fact]
    public async Task A_type_that_no_endpoint_reaches_is_not_supported_behind_object()
    {
        await using var app = await StartAsync();

        using var client = await RawClient.ReadWholeAsync(app, "/bad/unknown");

        var good = JsonSerializer.Serialize(Fragile.Good, Oracle.Options);
        Assert.Equal($"{good}\n{good}\n", client.Body);
        Assert.False(client.IsWhole);
        Assert.Contains(app.Log.Errors, line => line.Exception is { } exception && Innermost(exception) is NotSupportedException);
    }

    // System.Text.Json's own exception, but for the way to the value that the serializer adds at the end of some.
    private static void AssertLogged(App app, object item)
    {
        var expected = Record.Exception(() => JsonSerializer.Serialize(item, Oracle.Options))!;
        var actual = Assert.Single(app.Log.Errors.Select(line => line.Exception).OfType<Exception>().Select(Innermost).Where(exception => exception.GetType() == expected.GetType()).Distinct());
        Assert.Equal(WithoutPath(expected.Message), WithoutPath(actual.Message));
    }

    private static string WithoutPath(string message) => message.Split(" Path: ")[0];

    private static Exception Innermost(Exception exception) => exception.InnerException is { } inner ? Innermost(inner) : exception;

    private static Task<App> StartAsync() => App.StartAsync(web => web.MapJero(), services => services.AddSingleton<Journal>());
}

/// <summary>What is written before the part that fails is long: it must not have been sent.</summary>
public sealed class Fragile
{
    public string Text { get; set; } = new('t', 40_000);
    public double Number { get; set; }
    public Fragile? Next { get; set; }
    public Explosive? Explosive { get; set; }
    public Figure? Figure { get; set; }
    public object? Anything { get; set; }

    internal static Fragile Good { get; } = new() { Text = "text", Number = 1, Next = new() { Text = "inner" } };

    internal static Fragile NotANumber { get; } = new() { Next = new() { Number = double.NaN } };

    internal static Fragile Halfway { get; } = new() { Explosive = new() };

    internal static Fragile Undeclared { get; } = new() { Figure = new Hexagon() };

    internal static Fragile Unknown { get; } = new() { Anything = new NoEndpoint(1) };

    internal static Fragile Cyclic { get; } = CreateCycle();

    internal static async IAsyncEnumerable<Fragile> Between(string fault)
    {
        yield return Good;
        await Task.Yield();
        yield return Good;
        yield return Of(fault);
        yield return Good;
    }

    internal static Fragile Of(string fault) => fault switch
    {
        "nan" => NotANumber,
        "cycle" => Cyclic,
        "variant" => Undeclared,
        "unknown" => Unknown,
        _ => Halfway,
    };

    private static Fragile CreateCycle()
    {
        var first = new Fragile { Text = "text" };
        first.Next = new Fragile { Text = "text", Next = first };
        return first;
    }
}

/// <summary>Not among the variants of its base.</summary>
public sealed class Hexagon : Figure;

public sealed record NoEndpoint(int Id);

[JsonConverter(typeof(ExplosiveConverter))]
public sealed class Explosive;

/// <summary>Fails when it has written half of its value.</summary>
public sealed class ExplosiveConverter : JsonConverter<Explosive>
{
    public override Explosive Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, Explosive value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("half", "written");
        throw new InvalidDataException("Halfway.");
    }
}

[Endpoint("/bad/{fault}")]
public sealed partial class BadEndpoint
{
    public NDJSONStreamingResponse<Fragile> Get(string fault) => new(Fragile.Between(fault));

    public JSONResponse<Fragile> Post(string fault) => new(Fragile.Of(fault));
}

[Endpoint("/bad/events/{fault}")]
public sealed partial class BadEventsEndpoint
{
    public SSEResponse<Fragile> Get(string fault) => new(Fragile.Between(fault));
}
