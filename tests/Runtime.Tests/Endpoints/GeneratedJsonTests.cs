using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Jero;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Runtime.Tests.Streaming;

namespace Runtime.Tests.Endpoints;

/// <summary>Generated writers and metadata against JsonSerializer by reflection, byte for byte.</summary>
public sealed class GeneratedJsonTests
{
    private static readonly JsonSerializerOptions Oracle = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    [Fact]
    public async Task A_stream_is_what_JsonSerializer_writes()
    {
        await using var app = await App.StartAsync(web => web.MapJero(), Services);
        using var client = new HttpClient { BaseAddress = app.Address };

        var lines = await client.GetStringAsync("/everything", TestContext.Current.CancellationToken);

        Everything?[] items = [Samples.Empty, null, Samples.Full];
        Assert.Equal(string.Concat(items.Select(item => JsonSerializer.Serialize(item, Oracle) + "\n")), lines);
    }

    [Fact]
    public async Task A_value_is_what_JsonSerializer_writes()
    {
        await using var app = await App.StartAsync(web => web.MapJero(), Services);
        using var client = new HttpClient { BaseAddress = app.Address };

        using var response = await client.PostAsync("/everything", null, TestContext.Current.CancellationToken);

        Everything[] items = [Samples.Empty, Samples.Full];
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(JsonSerializer.Serialize(items, Oracle), await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_app_s_own_options_know_the_types()
    {
        await using var app = await App.StartAsync(web => web.MapJero(), Services);
        var options = Generated(app);

        foreach (var item in new[] { Samples.Empty, Samples.Full })
        {
            var expected = JsonSerializer.Serialize(item, Oracle);
            var typeInfo = (JsonTypeInfo<Everything>)options.GetTypeInfo(typeof(Everything));

            Assert.Equal(expected, JsonSerializer.Serialize(item, typeInfo));
            // Read back and written again, nothing is lost but the lone surrogate, which was written as U+FFFD.
            var whole = item with { Text = item.Text.Replace('\ud800', '\ufffd') };
            Assert.Equal(JsonSerializer.Serialize(whole, Oracle), JsonSerializer.Serialize(JsonSerializer.Deserialize(expected, typeInfo), Oracle));
        }
    }

    [Fact]
    public async Task Reading_keeps_initializers_and_asks_for_what_is_required()
    {
        await using var app = await App.StartAsync(web => web.MapJero(), Services);
        var options = Generated(app);
        var cat = (JsonTypeInfo<Cat>)options.GetTypeInfo(typeof(Cat));

        Assert.Equal("unnamed", JsonSerializer.Deserialize("""{"lives":1}""", cat)!.Name);
        Assert.Contains("lives", Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("{}", cat)).Message, StringComparison.Ordinal);
    }

    // The app's own, without the resolver that falls back to reflection.
    private static JsonSerializerOptions Generated(App app)
    {
        var options = new JsonSerializerOptions(app.Web.Services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions);
        while (options.TypeInfoResolverChain.OfType<DefaultJsonTypeInfoResolver>().FirstOrDefault() is { } reflection)
        {
            options.TypeInfoResolverChain.Remove(reflection);
        }

        return options;
    }

    private static void Services(IServiceCollection services) => services.AddSingleton<Journal>();
}
