using System.Net;
using System.Text;
using Jero;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Requests.Tests.Table;
using Runtime.Tests.Streaming;

namespace Requests.Tests;

/// <summary>Unions, groups and limits, which the table does not show.</summary>
public sealed class UnionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/unions/1", "application/x-ndjson", "{\"product\":\"a\",\"count\":1}\n{\"product\":\"b\",\"count\":2}\n")]
    [InlineData("/unions/-1", "text/event-stream", "data: {\"product\":\"a\",\"count\":1}\n\ndata: {\"product\":\"b\",\"count\":2}\n\n")]
    [InlineData("/unions/0", null, "")]
    public async Task A_stream_of_a_union_is_written_by_its_generated_writer(string path, string? contentType, string body)
    {
        await using var app = await StartAsync(static web => web.MapJero().DisableAntiforgery());
        using var client = new HttpClient { BaseAddress = app.Address };

        using var response = await client.PostAsync(new Uri(path, UriKind.Relative), null, Cancellation);

        Assert.Equal(contentType, response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(body, await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task A_group_gives_a_value_that_a_handler_would_take_from_the_query()
    {
        await using var app = await StartAsync(static web => web.MapGroup("/for/{q}").MapEndpoint<TextEndpoint>());
        using var client = new HttpClient { BaseAddress = app.Address };

        Assert.Equal("\"x | acme | - | def\"", await client.GetStringAsync(new Uri("/for/acme/text/x?q=other", UriKind.Relative), Cancellation));
    }

    [Fact]
    public async Task A_body_over_the_limit_is_too_large_and_the_next_request_is_served()
    {
        await using var app = await StartAsync(static web =>
        {
            web.Use(static (http, next) =>
            {
                http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = 100;
                return next(http);
            });
            web.MapJero().DisableAntiforgery();
        });
        using var client = new HttpClient { BaseAddress = app.Address };
        var large = "{\"id\":1,\"title\":\"" + new string('x', 200) + "\",\"price\":1}";

        using var response = await client.PostAsync(new Uri("/orders", UriKind.Relative), new StringContent(large, Encoding.UTF8, "application/json"), Cancellation);
        var answer = await Answer.ReadAsync(response);
        using var form = await client.PostAsync(new Uri("/form", UriKind.Relative), new FormUrlEncodedContent([new("name", new string('x', 200))]), Cancellation);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Equal(["order"], answer.Errors);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, form.StatusCode);
        Assert.Equal("\"3\"", await client.GetStringAsync(new Uri("/constrained/3", UriKind.Relative), Cancellation));
        Assert.Empty(app.Log.Errors);
    }

    [Fact]
    public async Task An_inferred_body_that_is_a_registered_service_is_refused_when_it_is_mapped()
    {
        await using var app = await StartAsync(
            static web => web.MapEndpoint<ServicesEndpoint>(), static services => services.AddSingleton(new Line("a", 1)));

        var fault = Assert.Throws<InvalidOperationException>(() => app.Web.Services.GetRequiredService<Microsoft.AspNetCore.Routing.EndpointDataSource>().Endpoints);

        Assert.Contains("[FromServices]", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_asks_for_the_antiforgery_token_as_minimal_apis_do()
    {
        await using var app = await App.StartAsync(
            static web =>
            {
                web.UseAntiforgery();
                web.MapEndpoint<FormEndpoint>();
            },
            static services => services.AddHttpContextAccessor().AddAntiforgery());
        using var client = new HttpClient { BaseAddress = app.Address };

        using var response = await client.PostAsync(new Uri("/form", UriKind.Relative), new FormUrlEncodedContent([new("name", "a"), new("age", "1")]), Cancellation);
        var answer = await Answer.ReadAsync(response);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("antiforgery", answer.Text, StringComparison.Ordinal);
        Assert.False(answer.HasRun);
    }

    private static Task<App> StartAsync(Action<WebApplication> map, Action<IServiceCollection>? more = null) => App.StartAsync(map, services =>
    {
        services.AddHttpContextAccessor().AddSingleton(new Counter("plain")).AddKeyedSingleton("a", new Counter("keyed"));
        more?.Invoke(services);
    });
}
