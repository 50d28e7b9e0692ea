using System.Net;
using Jero;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.Extensions.DependencyInjection;
using Runtime.Tests.OpenApi;
using Runtime.Tests.Streaming;

namespace Runtime.Tests.Endpoints;

/// <summary>Route constraints under <c>CreateSlimBuilder</c>, as docs/requests.md has them.</summary>
public sealed class ConstraintTests
{
    [Theory]
    [InlineData("alpha", false, "/ab/by/3", HttpStatusCode.OK)]
    [InlineData("alpha", false, "/1/by/3", HttpStatusCode.NotFound)]
    [InlineData("regex(^a$)", true, "/a/by/3", HttpStatusCode.OK)]
    [InlineData("regex(^a$)", true, "/b/by/3", HttpStatusCode.NotFound)]
    [InlineData("regex(^a$)", false, "/a/by/3", HttpStatusCode.InternalServerError)]
    public async Task A_slim_app_knows_every_constraint_but_regex_until_it_is_added(string constraint, bool isAdded, string path, HttpStatusCode expected)
    {
        await using var app = await App.StartAsync(web => web.MapGroup($"/{{part:{constraint}}}").MapEndpoint<ByNumberEndpoint>(), services =>
        {
            if (isAdded)
            {
                services.Configure<RouteOptions>(options => options.SetParameterPolicy<RegexInlineRouteConstraint>("regex"));
            }
        });
        using var client = new HttpClient { BaseAddress = app.Address };

        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(expected, response.StatusCode);
        if (expected == HttpStatusCode.InternalServerError)
        {
            Assert.Contains(app.Log.Errors, line => line.Exception?.GetBaseException().Message.Contains("SetParameterPolicy", StringComparison.Ordinal) == true);
        }
    }
}
