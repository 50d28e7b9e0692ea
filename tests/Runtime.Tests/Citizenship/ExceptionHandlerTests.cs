using Jero;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Runtime.Tests.Streaming;

namespace Runtime.Tests.Citizenship;

public sealed class ExceptionHandlerTests
{
    private readonly Trace _trace = new();

    [Theory]
    [InlineData("GET", "handler")]
    [InlineData("GET", "setup")]
    [InlineData("GET", "first")]
    [InlineData("HEAD", "handler")]
    public async Task With_problem_details_a_failure_before_the_first_byte_is_a_problem_that_tells_nothing(string method, string at)
    {
        await using var app = await StartAsync(web => web.UseExceptionHandler(), services => services.AddProblemDetails());

        using var client = await RawClient.ReadWholeAsync(app, "/citizen/failing?at=" + at, method);

        Assert.Equal(500, client.StatusOf());
        Assert.DoesNotContain("failed", client.Received, StringComparison.Ordinal);
        Assert.Null(client.HeaderOf("X-Accel-Buffering"));
        if (method == "GET")
        {
            Assert.Equal("application/problem+json", client.HeaderOf("Content-Type"));
        }
    }

    [Theory]
    [InlineData("handler")]
    [InlineData("setup")]
    [InlineData("first")]
    public async Task Without_problem_details_the_app_s_own_handler_sees_the_exception(string at)
    {
        await using var app = await StartAsync(web => web.UseExceptionHandler(branch => branch.Run(http =>
            http.Response.WriteAsync("handled " + http.Features.Get<IExceptionHandlerFeature>()!.Error.GetType().Name))));

        using var client = await RawClient.ReadWholeAsync(app, "/citizen/failing?at=" + at);

        Assert.Equal(500, client.StatusOf());
        Assert.Equal("handled InvalidOperationException", client.Body);
    }

    [Fact]
    public async Task The_endpoint_is_disposed_after_a_failure()
    {
        await using var app = await StartAsync(web => web.UseExceptionHandler(), services => services.AddProblemDetails());

        using var client = await RawClient.ReadWholeAsync(app, "/citizen/failing?at=handler");

        await App.UntilAsync(() => _trace.Steps == "disposed", "the endpoint is disposed");
    }

    [Fact]
    public async Task A_failure_behind_the_first_item_adds_nothing_to_the_broken_body()
    {
        await using var app = await StartAsync(web => web.UseExceptionHandler(), services => services.AddProblemDetails());

        using var client = await RawClient.ReadWholeAsync(app, "/citizen/failing?at=second");

        Assert.Equal(200, client.StatusOf());
        Assert.Equal("{\"title\":\"first\"}\n", client.Body);
        Assert.False(client.IsWhole);
    }

    [Fact]
    public async Task The_developer_s_page_shows_the_exception_of_a_handler()
    {
        await using var app = await StartAsync(web => web.UseDeveloperExceptionPage());

        using var client = await RawClient.ReadWholeAsync(app, "/citizen/failing?at=handler");

        Assert.Equal(500, client.StatusOf());
        Assert.Contains("The handler failed.", client.Received, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_problem_of_the_handler_s_is_no_failure()
    {
        await using var app = await StartAsync(web => web.UseExceptionHandler(), services => services.AddProblemDetails());

        using var client = await RawClient.ReadWholeAsync(app, "/citizen/failing?at=problem");

        Assert.Equal(409, client.StatusOf());
        Assert.Contains("Not now.", client.Body, StringComparison.Ordinal);
        Assert.Empty(app.Log.Errors);
    }

    [Theory]
    [InlineData("GET", "/citizen/failing", 400, "application/problem+json")]
    [InlineData("GET", "/citizen/failing?at=problem", 409, "application/problem+json")]
    [InlineData("PUT", "/citizen/failing", 405, "text/plain")]
    [InlineData("GET", "/nowhere", 404, "text/plain")]
    public async Task Status_code_pages_fill_what_is_empty_and_leave_problems_alone(string method, string path, int status, string contentType)
    {
        await using var app = await StartAsync(web => web.UseStatusCodePages());

        using var client = await RawClient.ReadWholeAsync(app, path, method, "Content-Length: 0\r\n");

        Assert.Equal(status, client.StatusOf());
        Assert.Equal(contentType, client.HeaderOf("Content-Type"));
    }

    private Task<App> StartAsync(Action<WebApplication> use, Action<IServiceCollection>? services = null) => Citizen.StartAsync(_trace, web =>
    {
        use(web);
        web.MapEndpoint<FailingCitizen>();
    }, services);
}
