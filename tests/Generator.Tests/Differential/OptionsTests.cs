using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Generator.Tests.Harness;

namespace Generator.Tests.Differential;

/// <summary>Each property of <c>[assembly: JeroJsonOptions]</c> against JsonSerializer with the option of that name.</summary>
public sealed class OptionsTests
{
    private const string Types =
        """
        using System.Text.Json.Serialization;
        namespace Shop;
        public enum Level { Low, VeryHigh = 7 }
        public sealed class Inner { public int SomeNumber { get; set; } public string? Maybe; }
        public sealed class Item
        {
            public int SomeNumber { get; set; } = 1;
            public int Zero { get; set; }
            public string? URLOfMovie { get; set; }
            public string? Text { get; set; } = "t";
            public int? Nothing { get; set; }
            public double Double { get; set; } = 1.5;
            public Level Level { get; set; } = Level.VeryHigh;
            public Level? MaybeLevel { get; set; } = Level.Low;
            public Level[] Levels { get; set; } = [Level.Low, (Level)9];
            public Dictionary<string, int> Map { get; set; } = new() { ["SomeKey"] = 1, ["other key"] = 2, ["éÀ"] = 3, ["a\"b"] = 4 };
            public Dictionary<Level, Level> ByLevel { get; set; } = new() { [Level.VeryHigh] = Level.Low };
            public Dictionary<int, long> ByNumber { get; set; } = new() { [5] = 6 };
            public int Field = 3;
            public readonly string ReadOnlyField = "r";
            [JsonPropertyName("GivenName")] public int Given { get; set; }
            [JsonIgnore(Condition = JsonIgnoreCondition.Never)] public string? Never { get; set; }
            [JsonNumberHandling(JsonNumberHandling.Strict)] public int Strict { get; set; } = 4;
            public Inner Inner { get; set; } = new();
            public List<Inner?> Inners { get; set; } = [null, new()];
        }
        [Endpoint("/items")]
        public sealed partial class ItemsEndpoint
        {
            public NDJSONStreamingResponse<Item> Get() => new(System.Linq.AsyncEnumerable.ToAsyncEnumerable(new[] { new Item(), new Item { URLOfMovie = "u", Nothing = 0 } }));
        }
        """;

    public static TheoryData<string> Sets =>
    [
        "PropertyNamingPolicy = JsonKnownNamingPolicy.Unspecified",
        "PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase",
        "PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower",
        "PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseUpper",
        "PropertyNamingPolicy = JsonKnownNamingPolicy.KebabCaseLower",
        "PropertyNamingPolicy = JsonKnownNamingPolicy.KebabCaseUpper",
        "DictionaryKeyPolicy = JsonKnownNamingPolicy.CamelCase",
        "DictionaryKeyPolicy = JsonKnownNamingPolicy.SnakeCaseLower",
        "DictionaryKeyPolicy = JsonKnownNamingPolicy.KebabCaseUpper",
        "DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull",
        "DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault",
        "NumberHandling = JsonNumberHandling.WriteAsString",
        "NumberHandling = JsonNumberHandling.Strict",
        "NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals",
        "UseStringEnumConverter = true",
        "IncludeFields = true",
        "UseStringEnumConverter = true, DictionaryKeyPolicy = JsonKnownNamingPolicy.CamelCase, IncludeFields = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault",
    ];

    [Theory]
    [MemberData(nameof(Sets))]
    public async Task An_option_does_what_JsonSerializer_s_does(string set)
    {
        await using var app = LoadedApp.Load(
            Types, $"using System.Text.Json.Serialization;\n[assembly: JeroJsonOptions({set})]");
        var type = app.Assembly.GetType("Shop.Item", throwOnError: true)!;
        var first = Activator.CreateInstance(type)!;
        var second = Activator.CreateInstance(type)!;
        type.GetProperty("URLOfMovie")!.SetValue(second, "u");
        type.GetProperty("Nothing")!.SetValue(second, 0);
        var options = Same(set);

        var stream = Encoding.UTF8.GetString(await app.GetAsync("/items"));

        Assert.Equal(string.Concat(new[] { first, second }.Select(item => JsonSerializer.Serialize(item, type, options) + "\n")), stream);
    }

    private static JsonSerializerOptions Same(string set)
    {
        var options = LoadedApp.Options();
        foreach (var (name, value) in set.Split(", ").Select(pair => pair.Split(" = ")).Select(pair => (pair[0], pair[1][(pair[1].IndexOf('.', StringComparison.Ordinal) + 1)..])))
        {
            switch (name)
            {
                case "PropertyNamingPolicy":
                    options.PropertyNamingPolicy = Policy(value);
                    break;
                case "DictionaryKeyPolicy":
                    options.DictionaryKeyPolicy = Policy(value);
                    break;
                case "DefaultIgnoreCondition":
                    options.DefaultIgnoreCondition = Enum.Parse<JsonIgnoreCondition>(value);
                    break;
                case "NumberHandling":
                    options.NumberHandling = Enum.Parse<JsonNumberHandling>(value);
                    break;
                case "UseStringEnumConverter":
                    options.Converters.Add(new JsonStringEnumConverter());
                    break;
                default:
                    options.IncludeFields = true;
                    break;
            }
        }

        return options;
    }

    private static JsonNamingPolicy? Policy(string name) => name switch
    {
        "CamelCase" => JsonNamingPolicy.CamelCase,
        "SnakeCaseLower" => JsonNamingPolicy.SnakeCaseLower,
        "SnakeCaseUpper" => JsonNamingPolicy.SnakeCaseUpper,
        "KebabCaseLower" => JsonNamingPolicy.KebabCaseLower,
        "KebabCaseUpper" => JsonNamingPolicy.KebabCaseUpper,
        _ => null,
    };
}
