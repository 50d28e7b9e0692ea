using Jero;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Runtime.TestCatalog;
using Runtime.Tests.Streaming;

namespace Runtime.Tests.Citizenship;

/// <summary>Endpoints of a class library beside the app's own. That this file compiles shows that MapJero of the two do not clash (CS0121).</summary>
public sealed class LibraryTests
{
    [Theory]
    [InlineData("/catalog", "{\"number\":1,\"kind\":\"Book\"}\n")]
    [InlineData("/catalog/internal", "\"Map\"")]
    [InlineData("/citizen/verbs", "\"got\"")]
    public async Task Both_assemblies_endpoints_answer_in_one_app(string path, string body)
    {
        await using var app = await StartAsync();

        using var client = await RawClient.ReadWholeAsync(app, path);

        Assert.Empty(app.Log.Errors);
        Assert.Equal(body, client.Body);
    }

    [Fact]
    public async Task Both_assemblies_JSON_is_known_to_the_app()
    {
        await using var app = await StartAsync();
        var options = app.Web.Services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;

        Assert.NotNull(options.GetTypeInfo(typeof(CatalogEntry)));
        Assert.NotNull(options.GetTypeInfo(typeof(Movie)));
    }

    [Fact]
    public async Task A_convention_of_the_library_s_method_holds_for_its_endpoints_only()
    {
        await using var app = await Citizen.StartAsync(new Trace(), web =>
        {
            web.MapGroup("/shop").MapCatalog().WithMetadata("catalog");
            web.MapEndpoint<VerbsCitizen>();
        });

        Assert.Equal("catalog", app.Endpoint("GET", "/shop/catalog").Metadata.GetMetadata<string>());
        Assert.Null(app.Endpoint("GET", "/citizen/verbs").Metadata.GetMetadata<string>());
    }

    [Fact]
    public async Task A_class_of_the_library_is_mapped_alone()
    {
        await using var app = await Citizen.StartAsync(new Trace(), web => web.MapEndpoint<CatalogEndpoint>());

        using var alone = await RawClient.ReadWholeAsync(app, "/catalog");
        using var other = await RawClient.ReadWholeAsync(app, "/catalog/internal");

        Assert.Equal((200, 404), (alone.StatusOf(), other.StatusOf()));
    }

    private static Task<App> StartAsync() => Citizen.StartAsync(new Trace(), web =>
    {
        web.MapCatalog();
        web.MapJero();
    });
}
