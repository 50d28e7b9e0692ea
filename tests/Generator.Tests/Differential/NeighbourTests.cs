using System.Globalization;
using System.Text;
using System.Text.Json;
using Generator.Tests.Harness;

namespace Generator.Tests.Differential;

/// <summary>
/// Types on the edge of what System.Text.Json takes, each with a value and JSON to read: what is written and read is what JsonSerializer writes
/// and reads by reflection.
/// </summary>
public sealed class NeighbourTests(NeighbourTests.Neighbours neighbours) : IClassFixture<NeighbourTests.Neighbours>
{
    public static TheoryData<int, string> Rows => new(NeighbourRows.All.Select(static (row, i) => (i, row.What)));

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task It_is_written_and_read_as_JsonSerializer_does(int row, string what)
    {
        var endpoint = neighbours.App.Assembly.GetType(string.Create(CultureInfo.InvariantCulture, $"E{row}"), throwOnError: true)!;
        var type = (Type)endpoint.GetField("Type")!.GetValue(null)!;
        Func<object?> create = () => endpoint.GetProperty("Value")!.GetValue(null);
        var typeInfo = neighbours.Generated.GetTypeInfo(type);
        var expected = JsonSerializer.Serialize(create(), type, neighbours.Oracle);

        var streamed = Encoding.UTF8.GetString(await neighbours.App.GetAsync(string.Create(CultureInfo.InvariantCulture, $"/row{row}")));

        Assert.Equal(expected, streamed.TrimEnd('\n'));
        Assert.Equal(expected, JsonSerializer.Serialize(create(), typeInfo));
        foreach (var json in NeighbourRows.All[row].Bodies.Append(expected))
        {
            Assert.Equal((what, json, ReadBack(() => JsonSerializer.Deserialize(json, type, neighbours.Oracle))), (what, json, ReadBack(() => JsonSerializer.Deserialize(json, typeInfo))));
        }

        string ReadBack(Func<object?> read)
        {
            object? value = null;
            return Record.Exception(() => value = read()) is { } failure ? failure.GetType().Name : JsonSerializer.Serialize(value, type, neighbours.Oracle);
        }
    }

    /// <summary>One app of all rows, since loading one takes longer than any row.</summary>
    public sealed class Neighbours : IAsyncLifetime
    {
        internal LoadedApp App { get; } = LoadedApp.Load([.. NeighbourRows.All.Select(static (row, i) => string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            using System.Text.Json;
            using System.Text.Json.Nodes;
            using System.Text.Json.Serialization;
            using static Row{{i}};
            public static class Row{{i}}
            {
                {{row.Types}}
            }

            [Endpoint("/row{{i}}")]
            public sealed partial class E{{i}}
            {
                public static readonly Type Type = typeof({{row.Type}});
                public static object? Value => Make();
                public static {{row.Type}} Make() => {{row.Value}};
                public NDJSONStreamingResponse<{{row.Type}}> Get() => new(System.Linq.AsyncEnumerable.ToAsyncEnumerable(new[] { Make() }));
            }
            """))]);

        internal JsonSerializerOptions Oracle { get; } = LoadedApp.Options();

        internal JsonSerializerOptions Generated { get; private set; } = null!;

        public ValueTask InitializeAsync()
        {
            Generated = LoadedApp.Options(App.Resolver);
            return default;
        }

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
