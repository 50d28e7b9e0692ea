using Jero;
using Runtime.Tests.Streaming;

namespace Runtime.Tests.Endpoints;

[Endpoint("/inheritance/base")]
public partial class BaseEndpoint
{
    protected virtual string Name => "base";

    public JSONResponse<string> Get() => new($"get {Name}");

    public JSONResponse<string> Put() => new($"put {Name}");
}

[Endpoint("/inheritance/derived")]
public partial class DerivedEndpoint : BaseEndpoint
{
    protected override string Name => "derived";

    public new JSONResponse<string> Get() => new($"new {base.Get().Value}");

    public JSONResponse<string> Post() => new($"post {Name}");
}

public sealed class InheritanceTests
{
    [Fact]
    public async Task An_endpoint_that_derives_from_another_answers_by_its_own_handlers_alone()
    {
        await using var app = await App.StartAsync(web =>
        {
            web.MapEndpoint<BaseEndpoint>();
            web.MapEndpoint<DerivedEndpoint>();
        });
        using var client = new HttpClient { BaseAddress = app.Address };

        Assert.Equal("200 \"get base\"", await SendAsync(HttpMethod.Get, "base"));
        Assert.Equal("200 \"put base\"", await SendAsync(HttpMethod.Put, "base"));
        Assert.Equal("405 ", await SendAsync(HttpMethod.Post, "base"));
        Assert.Equal("200 \"new get derived\"", await SendAsync(HttpMethod.Get, "derived"));
        Assert.Equal("200 \"post derived\"", await SendAsync(HttpMethod.Post, "derived"));
        Assert.Equal("405 ", await SendAsync(HttpMethod.Put, "derived"));

        async Task<string> SendAsync(HttpMethod method, string name)
        {
            using var request = new HttpRequestMessage(method, "/inheritance/" + name);
            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            return $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}";
        }
    }
}
