using Jero;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Runtime.TestCatalog;
using Runtime.Tests.Streaming;

namespace Runtime.Tests.Citizenship;

/// <summary>A class that is mapped by hand answers there alone: MapJero leaves it out.</summary>
public sealed class MappedByHandTests
{
    private static readonly Action<WebApplication>[] BothOrders =
    [
        web =>
        {
            web.MapJero();
            web.MapGroup("/admin").MapEndpoint<VerbsCitizen>();
        },
        web =>
        {
            web.MapGroup("/admin").MapEndpoint<VerbsCitizen>();
            web.MapJero();
        },
        web =>
        {
            web.MapGroup("").MapJero();
            web.MapGroup("/admin").MapGroup("").MapEndpoint<VerbsCitizen>();
        },
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task MapJero_leaves_out_what_is_mapped_in_a_group_in_either_order(int order)
    {
        await using var app = await Citizen.StartAsync(new Trace(), BothOrders[order]);

        foreach (var method in (string[])["GET", "HEAD", "POST", "DELETE"])
        {
            using var outside = await RawClient.ReadWholeAsync(app, "/citizen/verbs", method);
            using var inside = await RawClient.ReadWholeAsync(app, "/admin/citizen/verbs", method);
            Assert.InRange(outside.StatusOf(), 404, 405); // Another class has the path for another verb.
            Assert.InRange(inside.StatusOf(), 200, 204);
        }

        using var other = await RawClient.ReadWholeAsync(app, "/citizen/1");
        Assert.Equal(200, other.StatusOf());
        Assert.DoesNotContain("/citizen/verbs", Paths(app));
    }

    [Fact]
    public async Task A_class_may_be_mapped_by_hand_more_than_once()
    {
        await using var app = await Citizen.StartAsync(new Trace(), web =>
        {
            web.MapJero();
            web.MapEndpoint<VerbsCitizen>();
            web.MapGroup("/v2").MapEndpoint<VerbsCitizen>();
        });

        using var first = await RawClient.ReadWholeAsync(app, "/citizen/verbs");
        using var second = await RawClient.ReadWholeAsync(app, "/v2/citizen/verbs");
        Assert.Equal((200, 200), (first.StatusOf(), second.StatusOf()));
    }

    [Fact]
    public async Task The_method_of_a_library_leaves_out_what_the_app_maps_by_hand()
    {
        await using var app = await Citizen.StartAsync(new Trace(), web =>
        {
            web.MapGroup("/shop").MapCatalog();
            web.MapGroup("/admin").MapEndpoint<CatalogEndpoint>();
        });

        Assert.Equal(["/admin/catalog", "/shop/catalog/internal"], Paths(app).Distinct().Order());
    }

    [Fact]
    public async Task What_one_app_maps_by_hand_another_in_the_process_maps_by_MapJero()
    {
        await using var one = await Citizen.StartAsync(new Trace(), web =>
        {
            web.MapJero();
            web.MapGroup("/admin").MapEndpoint<VerbsCitizen>();
        });
        await using var other = await Citizen.StartAsync(new Trace(), web => web.MapJero());

        using var outside = await RawClient.ReadWholeAsync(one, "/citizen/verbs");
        using var open = await RawClient.ReadWholeAsync(other, "/citizen/verbs");

        Assert.Equal((404, 200), (outside.StatusOf(), open.StatusOf()));
    }

    [Fact]
    public async Task A_class_that_says_so_is_mapped_by_nobody_else()
    {
        await using var alone = await Citizen.StartAsync(new Trace(), web => web.MapJero());
        await using var mapped = await Citizen.StartAsync(new Trace(), web => web.MapEndpoint<ManualCitizen>());

        using var closed = await RawClient.ReadWholeAsync(alone, "/citizen/manual/1");
        using var open = await RawClient.ReadWholeAsync(mapped, "/citizen/manual/1");

        Assert.Equal((404, 200), (closed.StatusOf(), open.StatusOf()));
    }

    [Fact]
    public async Task A_convention_of_MapJero_does_not_reach_what_is_mapped_by_hand()
    {
        await using var app = await Citizen.StartAsync(new Trace(), web =>
        {
            web.MapJero().WithMetadata("all");
            web.MapEndpoint<VerbsCitizen>();
        });

        Assert.Null(app.Endpoint("GET", "/citizen/verbs").Metadata.GetMetadata<string>());
        Assert.Equal("all", app.Endpoint("GET", "/citizen/stream").Metadata.GetMetadata<string>());
    }

    [Fact]
    public async Task The_document_has_the_one_path()
    {
        await using var app = await Citizen.StartAsync(new Trace(), web =>
        {
            web.MapJero();
            web.MapGroup("/admin").MapEndpoint<VerbsCitizen>();
            web.MapJeroOpenApi();
        });

        using var client = await RawClient.ReadWholeAsync(app, "/openapi.json");

        Assert.Contains("\"/admin/citizen/verbs\"", client.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("\"/citizen/verbs\"", client.Body, StringComparison.Ordinal);
        Assert.Contains("\"getVerbsCitizen\"", client.Body, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Paths(App app) => app.Web.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Select(endpoint => endpoint.RoutePattern.RawText!);
}

[Endpoint("/citizen/manual/{id:int}", MapManually = true)]
internal sealed partial class ManualCitizen
{
    public JSONResponse<int> Get(int id) => new(id);
}
