using Jero;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Runtime.Tests.Streaming;

namespace Runtime.Tests.Citizenship;

public sealed class LinkTests
{
    private readonly Trace _trace = new();

    [Fact]
    public async Task A_name_by_attribute_or_at_mapping_leads_to_the_route_with_its_group()
    {
        await using var app = await Citizen.StartAsync(_trace, web =>
        {
            web.MapGroup("/v1").MapEndpoint<NamedCitizen>();
            web.MapEndpoint<StreamCitizen>().WithName("mapped");
        });
        var links = app.Web.Services.GetRequiredService<LinkGenerator>();

        Assert.Equal("/v1/citizen/named/7", links.GetPathByName("citizen by attribute", new { id = 7 }));
        Assert.Equal("/citizen/stream", links.GetPathByName("mapped"));
        Assert.Equal("https://host/citizen/stream", links.GetUriByName("mapped", new { }, "https", new HostString("host")));
        Assert.Null(links.GetPathByName("nobody"));
    }

    [Fact]
    public async Task A_named_endpoint_answers_get_and_head()
    {
        await using var app = await Citizen.StartAsync(_trace, web =>
        {
            web.MapGroup("/group").WithName("by group").MapEndpoint<NamedCitizen>();
            web.MapEndpoint<StreamCitizen>().Finally(endpoint => endpoint.Metadata.Add(new EndpointNameMetadata("finally")));
        });

        using var get = await RawClient.ReadWholeAsync(app, "/group/citizen/named/1");
        using var head = await RawClient.ReadWholeAsync(app, "/citizen/stream", "HEAD");

        Assert.Equal((200, 200), (get.StatusOf(), head.StatusOf()));
        Assert.Equal("/citizen/stream", app.Web.Services.GetRequiredService<LinkGenerator>().GetPathByName("finally"));
    }

    [Fact]
    public async Task A_name_of_two_endpoints_is_the_framework_s_own_error()
    {
        await using var app = await Citizen.StartAsync(_trace, web =>
        {
            web.MapEndpoint<StreamCitizen>().WithName("twice");
            web.MapEndpoint<EventsCitizen>().WithName("twice");
        });

        var exception = Assert.Throws<InvalidOperationException>(() => app.Web.Services.GetRequiredService<LinkGenerator>().GetPathByName("twice"));
        Assert.Contains("twice", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("HEAD", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_redirects_to_a_named_endpoint()
    {
        await using var app = await Citizen.StartAsync(_trace, web =>
        {
            web.MapEndpoint<NamedCitizen>().WithName("named at mapping");
            web.MapGet("/go", () => TypedResults.RedirectToRoute("named at mapping", new { id = 3 }));
        });

        using var client = await RawClient.ReadWholeAsync(app, "/go");

        Assert.Equal("http://localhost/citizen/named/3", client.HeaderOf("Location"));
    }
}

[Endpoint("/citizen/named/{id}")]
internal sealed partial class NamedCitizen
{
    [EndpointName("citizen by attribute")]
    public JSONResponse<int> Get(int id) => new(id);
}
