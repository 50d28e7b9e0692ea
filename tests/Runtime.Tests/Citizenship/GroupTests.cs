using Jero;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Runtime.Tests.Streaming;

namespace Runtime.Tests.Citizenship;

public sealed class GroupTests
{
    private readonly Trace _trace = new();

    [Fact]
    public async Task Nested_groups_give_their_prefixes_and_run_their_filters_from_the_outside_in()
    {
        await using var app = await Citizen.StartAsync(_trace, web =>
        {
            var outer = web.MapGroup("/v{version:int}").AddEndpointFilter(Noting("outer"));
            var inner = outer.MapGroup("/inner").AddEndpointFilter(Noting("inner"));
            inner.MapEndpoint<ArgumentsCitizen>().AddEndpointFilter(Noting("own"));
        });

        using var client = await RawClient.ReadWholeAsync(app, "/v1/inner/citizen/3");
        using var outside = await RawClient.ReadWholeAsync(app, "/citizen/3");

        Assert.Equal("\"3   7 True\"", client.Body);
        Assert.Equal("outer, inner, own, handled", _trace.Steps);
        Assert.Equal(404, outside.StatusOf());
    }

    [Fact]
    public async Task Head_has_the_filters_and_conventions_of_get()
    {
        await using var app = await Citizen.StartAsync(_trace, web =>
        {
            var group = web.MapGroup("/v1").AddEndpointFilter(Noting("group")).WithMetadata("group");
            group.MapEndpoint<VerbsCitizen>().AddEndpointFilter(Noting("own")).WithMetadata("own");
        });

        using var client = await RawClient.ReadWholeAsync(app, "/v1/citizen/verbs", "HEAD");

        Assert.Equal(200, client.StatusOf());
        Assert.Equal("group, own", _trace.Steps);
        Assert.Equal(["group", "own"], app.Endpoint("HEAD", "/v1/citizen/verbs").Metadata.GetOrderedMetadata<string>());
    }

    [Fact]
    public async Task What_is_added_finally_is_added_to_get_and_head()
    {
        await using var app = await Citizen.StartAsync(_trace, web =>
            web.MapEndpoint<StreamCitizen>().Finally(endpoint => endpoint.Metadata.Add("finally")));

        Assert.All(["GET", "HEAD"], method => Assert.Equal("finally", app.Endpoint(method, "/citizen/stream").Metadata.GetMetadata<string>()));
    }

    [Fact]
    public async Task A_method_that_no_handler_has_is_405_with_all_that_are_allowed()
    {
        await using var app = await Citizen.StartAsync(_trace, web => web.MapEndpoint<VerbsCitizen>());

        using var client = await RawClient.ReadWholeAsync(app, "/citizen/verbs", "PATCH");

        Assert.Equal(405, client.StatusOf());
        Assert.Equal(["DELETE", "GET", "HEAD", "POST", "PUT"], client.HeaderOf("Allow")!.Split(", ").Order());
    }

    [Fact]
    public async Task Two_classes_may_share_a_path_with_a_host_each()
    {
        await using var app = await Citizen.StartAsync(_trace, web =>
        {
            web.MapGroup("").RequireHost("one.test").MapEndpoint<VerbsCitizen>();
            web.MapGet("/citizen/verbs", () => "other");
        });

        using var other = await RawClient.ReadWholeAsync(app, "/citizen/verbs");

        Assert.Equal("other", other.Body);
    }

    private Func<EndpointFilterInvocationContext, EndpointFilterDelegate, ValueTask<object?>> Noting(string step) => (context, next) =>
    {
        _trace.Note(step);
        return next(context);
    };
}
