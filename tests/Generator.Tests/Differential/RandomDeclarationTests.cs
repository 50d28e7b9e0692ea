using System.Text;
using System.Text.Json;
using Generator.Tests.Harness;
using Shared;

namespace Generator.Tests.Differential;

/// <summary>Types that nobody wrote, compiled with the generator, loaded and compared with JsonSerializer by reflection.</summary>
public sealed class RandomDeclarationTests
{
    private static readonly int Compilations = Effort.Of(30, atDesk: 4);
    private const int Types = 10;
    private const int Values = 40;

    /// <summary>The same each time, unless JERO_SEED moves them; the name of a failed test has its seed.</summary>
    public static TheoryData<int> Seeds => [.. Enumerable.Range(
        int.TryParse(Environment.GetEnvironmentVariable("JERO_SEED"), out var first) ? first : 1, Compilations)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Random_types_are_written_and_read_as_JsonSerializer_does(int seed)
    {
        var source = new RandomDeclarations(seed).Compose(Types);
        await using var app = LoadedApp.Load(source);
        var oracle = LoadedApp.Options();
        var generated = LoadedApp.Options(app.Resolver);
        var random = new RandomValues(seed);
        for (var i = 0; i < Types; i++)
        {
            var type = app.Assembly.GetType($"Shop.T{i}", throwOnError: true)!;
            var values = random.Many(type, Values);
            app.Assembly.GetType($"Shop.T{i}Endpoint", throwOnError: true)!.GetField("Values")!.SetValue(null, values);
            var expected = values.Cast<object?>().Select(value => JsonSerializer.Serialize(value, type, oracle)).ToList();

            var lines = Encoding.UTF8.GetString(await app.GetAsync(RandomDeclarations.PathOf(i))).Split('\n')[..^1];

            var typeInfo = generated.GetTypeInfo(type);
            Assert.Equal(expected.Count, lines.Length);
            for (var k = 0; k < expected.Count; k++)
            {
                AssertSame(expected[k], lines[k], source, $"T{i}, streamed");
                AssertSame(expected[k], JsonSerializer.Serialize(values.GetValue(k), typeInfo), source, $"T{i}, through metadata");
                AssertSame(ReadBack(() => JsonSerializer.Deserialize(expected[k], type, oracle)), ReadBack(() => JsonSerializer.Deserialize(expected[k], typeInfo)), source, $"T{i}, read from {expected[k]}");

                string ReadBack(Func<object?> read)
                {
                    object? value = null;
                    return Record.Exception(() => value = read()) is { } failure
                        ? failure.GetType().Name
                        : JsonSerializer.Serialize(value, type, oracle);
                }
            }
        }
    }

    [Fact]
    public void A_seed_gives_the_same_source_again() => Assert.Equal(new RandomDeclarations(5).Compose(Types), new RandomDeclarations(5).Compose(Types));

    private static void AssertSame(string expected, string actual, string source, string what)
    {
        if (expected != actual)
        {
            Assert.Fail($"{what}\nexpected {expected}\nactual   {actual}\n\n{source}");
        }
    }
}
