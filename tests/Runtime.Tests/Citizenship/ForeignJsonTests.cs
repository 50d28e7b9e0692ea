using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Jero;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Runtime.Tests.Streaming;

namespace Runtime.Tests.Citizenship;

/// <summary>Endpoints that are not Jero's answer with MapJero as they do without it, whatever the app's JSON options are.</summary>
public sealed class ForeignJsonTests
{
    private static readonly Dictionary<string, Action<JsonSerializerOptions>> Settings = new()
    {
        ["defaults"] = static _ => { },
        ["enums by name"] = static options => options.Converters.Add(new JsonStringEnumConverter()),
        ["enums in snake case"] = static options => options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)),
        ["one enum by name"] = static options => options.Converters.Add(new JsonStringEnumConverter<Grade>()),
        ["a converter of an object"] = static options => options.Converters.Add(new SizeConverter()),
        ["a converter of text"] = static options => options.Converters.Add(new UpperConverter()),
        ["a converter of a list"] = static options => options.Converters.Add(new JoinedConverter()),
        ["a factory"] = static options => options.Converters.Add(new BoxedFactory()),
        ["a converter that the type has another of"] = static options => options.Converters.Add(new OtherCodeConverter()),
        ["snake case"] = static options => options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        ["names as they are"] = static options => options.PropertyNamingPolicy = null,
        ["a policy of the app's"] = static options => options.PropertyNamingPolicy = new Shout(),
        ["a policy of keys"] = static options => options.DictionaryKeyPolicy = JsonNamingPolicy.KebabCaseUpper,
        ["no nulls"] = static options => options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        ["no defaults"] = static options => options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        ["numbers as strings"] = static options => options.NumberHandling = JsonNumberHandling.WriteAsString,
        ["strict numbers"] = static options => options.NumberHandling = JsonNumberHandling.Strict,
        ["fields"] = static options => options.IncludeFields = true,
        ["no read-only members"] = static options => options.IgnoreReadOnlyProperties = true,
        ["an encoder"] = static options => options.Encoder = JavaScriptEncoder.Default,
        ["indented"] = static options => options.WriteIndented = true,
        ["case-sensitive"] = static options => options.PropertyNameCaseInsensitive = false,
        ["nothing unmapped"] = static options => options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ["populated"] = static options => options.PreferredObjectCreationHandling = JsonObjectCreationHandling.Populate,
        ["nullability"] = static options => options.RespectNullableAnnotations = true,
        ["required parameters"] = static options => options.RespectRequiredConstructorParameters = true,
        ["no duplicates"] = static options => options.AllowDuplicateProperties = false,
        ["references"] = static options => options.ReferenceHandler = ReferenceHandler.Preserve,
        ["comments"] = static options => options.ReadCommentHandling = JsonCommentHandling.Skip,
        ["a modifier"] = static options => options.TypeInfoResolver = options.TypeInfoResolver!.WithAddedModifier(Rename),
        ["a resolver with a modifier"] = static options => options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Rename } },
        ["a resolver before"] = static options => options.TypeInfoResolverChain.Insert(0, new LoudResolver()),
        ["a resolver behind"] = static options => options.TypeInfoResolverChain.Add(new LoudResolver()),
    };

    private static readonly Parcel[] Parcels =
    [
        new(1, Grade.FirstClass, null, new Size(1, 2.5)) { Fragile = true },
        new(0, Grade.Bulk, "<é>", new Size(0, 0), [Grade.Bulk, Grade.FirstClass], new() { ["someKey"] = 1 }) { Code = new Code("x"), Box = new Box<int>(7) },
    ];

    private static readonly string[] Bodies =
    [
        """{"id":1,"grade":1,"note":"a","size":{"width":1,"height":2},"grades":[0,1],"counts":{"a":1},"code":"c","box":{"value":3}}""",
        """{"Id":1,"Grade":"FirstClass","Note":null,"Size":null,"Code":"c"}""",
        """{"id":"2","grade":"first_class","size":"3x4","code":"other:c","grades":"Bulk,FirstClass"}""",
        """{"id":3,"id":4,"unknown":1,"tags":["more"],"mark":9}""",
        """{"ID":5,"GRADE":1,/* why */"NOTE":"n","box":8}""",
        """{"id":6,"note":"n","size":{"width":1,"height":2},"renamed":"r","grade":0,"grades":null}""",
        "null",
        "{}",
    ];

    public static TheoryData<string> Names => [.. Settings.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_foreign_endpoint_answers_as_without_Jero(string setting)
    {
        var with = await AnswersAsync(web => web.MapJero(), Settings[setting]);
        var without = await AnswersAsync(static _ => { }, Settings[setting]);

        Assert.Equal(without, with);
    }

    // Several of them would be alike if a setting were not applied at all.
    [Fact]
    public async Task The_settings_make_a_difference()
    {
        var answers = new HashSet<string>();
        foreach (var setting in Settings.Values)
        {
            answers.Add(string.Join('\n', await AnswersAsync(static _ => { }, setting)));
        }

        Assert.True(answers.Count > 20, $"{answers.Count}");
    }

    [Theory]
    [InlineData("enums by name")]
    [InlineData("one enum by name")]
    [InlineData("a converter of an object")]
    [InlineData("a converter of text")]
    [InlineData("a converter of a list")]
    [InlineData("a factory")]
    [InlineData("a converter that the type has another of")]
    public async Task Without_reflection_a_converter_of_the_options_comes_before_the_generated_metadata(string setting)
    {
        var with = await AnswersAsync(web => web.MapJero(), options =>
        {
            Settings[setting](options);
            options.TypeInfoResolverChain.Clear();
        });
        var without = await AnswersAsync(static _ => { }, Settings[setting]);

        Assert.Equal(without, with);
    }

    private static async Task<List<string>> AnswersAsync(Action<WebApplication> map, Action<JsonSerializerOptions> configure)
    {
        await using var app = await App.StartAsync(
            web =>
            {
                web.MapGet("/foreign/{index:int}", static (int index) => TypedResults.Ok(Parcels[index]));
                web.MapGet("/foreign/all", static () => TypedResults.Ok(Parcels));
                web.MapPost("/foreign", static (Parcel? parcel) => TypedResults.Ok(parcel));
                map(web);
            },
            services => services.AddSingleton<Endpoints.Journal>().ConfigureHttpJsonOptions(json => configure(json.SerializerOptions)));
        using var client = new HttpClient { BaseAddress = app.Address };
        var answers = new List<string>();
        foreach (var path in new[] { "/foreign/0", "/foreign/1", "/foreign/all" })
        {
            answers.Add(await ReadAsync(await client.GetAsync(path, TestContext.Current.CancellationToken)));
        }

        foreach (var body in Bodies)
        {
            using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            answers.Add(await ReadAsync(await client.PostAsync("/foreign", content, TestContext.Current.CancellationToken)));
        }

        return answers;
    }

    private static async Task<string> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            return $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}";
        }
    }

    private static void Rename(JsonTypeInfo info)
    {
        foreach (var property in info.Properties.Where(static property => property.Name is "note"))
        {
            property.Name = "renamed";
        }
    }

    private sealed class Shout : JsonNamingPolicy
    {
        public override string ConvertName(string name) => name.ToUpperInvariant();
    }

    private sealed class LoudResolver : IJsonTypeInfoResolver
    {
        public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) =>
            type == typeof(string) ? JsonMetadataServices.CreateValueInfo<string>(options, new UpperConverter()) : null;
    }

    private sealed class UpperConverter : JsonConverter<string>
    {
        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString()!.ToUpperInvariant();

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToUpperInvariant());
    }

    private sealed class SizeConverter : JsonConverter<Size>
    {
        public override Size Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString()?.Split('x') is [var width, var height] ? new(int.Parse(width, null), double.Parse(height, null)) : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, Size value, JsonSerializerOptions options) => writer.WriteStringValue($"{value.Width}x{value.Height}");
    }

    private sealed class JoinedConverter : JsonConverter<List<Grade>>
    {
        public override List<Grade> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            [.. reader.GetString()!.Split(',').Select(Enum.Parse<Grade>)];

        public override void Write(Utf8JsonWriter writer, List<Grade> value, JsonSerializerOptions options) => writer.WriteStringValue(string.Join(',', value));
    }

    private sealed class BoxedFactory : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert == typeof(Box<int>);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => new Unboxed();

        private sealed class Unboxed : JsonConverter<Box<int>>
        {
            public override Box<int> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt32());

            public override void Write(Utf8JsonWriter writer, Box<int> value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
        }
    }

    private sealed class OtherCodeConverter : JsonConverter<Code>
    {
        public override Code Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new($"other:{reader.GetString()}");

        public override void Write(Utf8JsonWriter writer, Code value, JsonSerializerOptions options) => writer.WriteStringValue($"other {value.Text}");
    }
}

public enum Grade
{
    Bulk,
    FirstClass,
}

public sealed record Size(int Width, double Height);

public sealed record Box<T>(T Value);

[JsonConverter(typeof(CodeConverter))]
public sealed record Code(string Text);

public sealed class CodeConverter : JsonConverter<Code>
{
    public override Code Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, Code value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
}

public sealed record Parcel(int Id, Grade Grade, string? Note, Size? Size, List<Grade>? Grades = null, Dictionary<string, int>? Counts = null)
{
#pragma warning disable CA1051 // A field is what the option is about.
    public int Mark = 5;
#pragma warning restore CA1051

    public Code? Code { get; set; }

    public Box<int>? Box { get; init; }

    public bool Fragile { get; set; }

    public string Label => $"{Grade} {Id}";
}

[Endpoint("/foreign/jero")]
public sealed partial class ParcelsEndpoint
{
    public NDJSONStreamingResponse<Parcel> Get() => new(AsyncEnumerable.Empty<Parcel>());

    public JSONResponse<Parcel[]> Post(Parcel parcel) => new([parcel]);
}
