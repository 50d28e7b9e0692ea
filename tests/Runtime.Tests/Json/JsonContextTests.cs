using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using Runtime.Tests.Endpoints;
using Runtime.Tests.Streaming;

namespace Jero.Tests.Json;

/// <summary>An endpoint class that names the user's own context is written by it.</summary>
public sealed partial class JsonContextTests
{
    [Fact]
    public async Task Items_are_what_the_context_writes()
    {
        await using var app = await App.StartAsync(web => web.MapJero(), services => services.AddSingleton<Journal>());
        using var client = new HttpClient { BaseAddress = app.Address };

        var lines = await client.GetStringAsync("/own-context", TestContext.Current.CancellationToken);

        Assert.Equal(string.Concat(OwnContextEndpoint.Items.Select(item => JsonSerializer.Serialize(item, SnakeContext.Default.OwnItem) + "\n")), lines);
        Assert.StartsWith("{\"some_number\":1", lines, StringComparison.Ordinal);
    }
}

public sealed record OwnItem(int SomeNumber, string? Text, DayOfWeek Day);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(OwnItem))]
internal sealed partial class SnakeContext : JsonSerializerContext;

[Endpoint("/own-context"), JeroJsonContext(typeof(SnakeContext))]
public sealed partial class OwnContextEndpoint
{
    internal static OwnItem[] Items { get; } = [new(1, null, DayOfWeek.Friday), new(2, "plain", DayOfWeek.Sunday)];

    public NDJSONStreamingResponse<OwnItem> Get() => new(Items.ToAsyncEnumerable());
}
