using Jero;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using Runtime.Tests.Streaming;

namespace Requests.Tests;

/// <summary>What a table of requests cannot say.</summary>
public sealed class BindingTests
{
    [Theory]
    [InlineData("/one/array?tag=x&tag=y", "x,y")]
    [InlineData("/one/array", "")]
    [InlineData("/one/texts?tag=x&tag=y", "x,y")]
    public async Task A_filter_sees_one_argument_where_it_is_an_array(string path, string tags)
    {
        object? seen = null;
        await using var app = await App.StartAsync(web => web.MapGroup("").AddEndpointFilter((context, next) =>
        {
            seen = Assert.Single(context.Arguments);
            return next(context);
        }).MapJero(), AddServices);
        using var client = new HttpClient { BaseAddress = app.Address };

        Assert.Equal($"\"{tags}\"", await client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Equal(tags, string.Join(',', seen is StringValues texts ? texts.ToArray() : (string?[])seen!));
    }

    [Fact]
    public async Task A_service_where_a_body_might_be_meant_has_to_be_registered()
    {
        await using var app = await App.StartAsync(web => web.MapEndpoint<DoubtfulEndpoint>());

        var fault = Assert.Throws<InvalidOperationException>(() => app.Web.Services.GetRequiredService<EndpointDataSource>().Endpoints);

        Assert.Contains("Requests.Tests.Counter", fault.Message, StringComparison.Ordinal);
        Assert.Contains("[FromBody]", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_may_be_missing_need_not_be_registered()
    {
        await using var app = await App.StartAsync(web => web.MapEndpoint<CarefulEndpoint>());

        Assert.NotEmpty(app.Web.Services.GetRequiredService<EndpointDataSource>().Endpoints);
    }

    private static void AddServices(IServiceCollection services) => services.AddHttpContextAccessor().AddSingleton(new Counter("plain"));
}

[Endpoint("/one/array")]
public sealed partial class OneArrayEndpoint
{
    public JSONResponse<string> Get(string[] tag) => new(string.Join(',', tag));
}

[Endpoint("/one/texts")]
public sealed partial class OneTextsEndpoint
{
    public JSONResponse<string> Get([FromQuery] StringValues tag) => new(string.Join(',', tag.ToArray()));
}

[Endpoint("/doubtful", MapManually = true)]
public sealed partial class DoubtfulEndpoint
{
    public JSONResponse<string> Post(Counter counter) => new(counter.Describe());
}

[Endpoint("/careful", MapManually = true)]
public sealed partial class CarefulEndpoint
{
    public JSONResponse<string?> Post(Counter? counter) => new(counter?.Describe());
}
