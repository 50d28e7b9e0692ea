using Jero;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors;
using Microsoft.Extensions.DependencyInjection;
using Runtime.Tests.Streaming;

namespace Runtime.Tests.Citizenship;

public sealed class CorsTests
{
    private const string Origin = "Origin: https://app.test\r\n";

    private readonly Trace _trace = new();

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task A_preflight_is_answered_for_each_method_of_a_class_with_EnableCors(string method)
    {
        await using var app = await StartAsync(web => web.MapEndpoint<CorsCitizen>());

        using var client = await RawClient.ReadWholeAsync(app, "/citizen/cors", "OPTIONS", $"{Origin}Access-Control-Request-Method: {method}\r\n");

        Assert.Equal(204, client.StatusOf());
        Assert.Equal("https://app.test", client.HeaderOf("Access-Control-Allow-Origin"));
        Assert.Contains(method, client.HeaderOf("Access-Control-Allow-Methods"), StringComparison.Ordinal);
        Assert.Equal("", _trace.Steps);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("DELETE")]
    public async Task RequireCors_at_mapping_does_the_same(string method)
    {
        await using var app = await StartAsync(web => web.MapEndpoint<VerbsCitizen>().RequireCors("app"));

        using var client = await RawClient.ReadWholeAsync(app, "/citizen/verbs", "OPTIONS", $"{Origin}Access-Control-Request-Method: {method}\r\n");

        Assert.Equal(204, client.StatusOf());
        Assert.Contains(method, client.HeaderOf("Access-Control-Allow-Methods"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_method_with_DisableCors_has_no_preflight()
    {
        await using var app = await StartAsync(web => web.MapEndpoint<CorsCitizen>());

        using var client = await RawClient.ReadWholeAsync(app, "/citizen/cors", "OPTIONS", $"{Origin}Access-Control-Request-Method: POST\r\n");

        Assert.Null(client.HeaderOf("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task A_stream_carries_the_allowed_origin()
    {
        await using var app = await StartAsync(web => web.MapEndpoint<CorsCitizen>());

        using var client = await RawClient.SendAsync(app, "/citizen/cors", headers: Origin);
        await client.UntilAsync("first");

        Assert.Equal("https://app.test", client.HeaderOf("Access-Control-Allow-Origin"));
    }

    private Task<App> StartAsync(Action<WebApplication> map) => Citizen.StartAsync(_trace, web =>
    {
        web.UseCors();
        map(web);
    }, services => services.AddCors(cors => cors.AddPolicy("app", policy => policy
        .WithOrigins("https://app.test").WithMethods("GET", "HEAD", "PUT", "DELETE", "POST"))));
}

[EnableCors("app"), Endpoint("/citizen/cors")]
internal sealed partial class CorsCitizen(Trace trace)
{
    public SSEResponse<Movie> Get() => new(trace.Movies());

    public JSONResponse<string> Put() => new("put");

    public JSONResponse<string> Delete() => new("deleted");

    [DisableCors]
    public JSONResponse<string> Post() => new("posted");
}
