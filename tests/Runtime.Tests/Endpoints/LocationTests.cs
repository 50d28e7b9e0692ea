using System.Net;
using Jero;
using Runtime.Tests.Streaming;

namespace Runtime.Tests.Endpoints;

/// <summary>Responses that say where the resource is.</summary>
public sealed class LocationTests
{
    [Theory]
    [InlineData("GET", HttpStatusCode.Created, "/places/1")]
    [InlineData("POST", HttpStatusCode.Accepted, "/places/%C3%A4")]
    [InlineData("PUT", HttpStatusCode.Created, "https://example.org/places/1")]
    public async Task They_have_their_status_and_a_location(string method, HttpStatusCode status, string location)
    {
        await using var app = await App.StartAsync(web => web.MapEndpoint<PlacesEndpoint>());
        using var client = new HttpClient { BaseAddress = app.Address };
        using var request = new HttpRequestMessage(new HttpMethod(method), "/places");

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(location, response.Headers.GetValues("Location").Single());
        Assert.Equal("1", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(method == "PUT" ? ["7"] : [], response.Headers.TryGetValues("version", out var version) ? version : []);
    }

    [Fact]
    public void An_empty_location_is_refused()
    {
        Assert.Throws<ArgumentException>(() => JSONResponse.Created("", 1));
        Assert.Throws<ArgumentNullException>(() => JSONResponse.Accepted((Uri)null!, 1));
    }
}

public sealed record PlaceHeaders(int Version);

[Endpoint("/places", MapManually = true)]
public sealed partial class PlacesEndpoint
{
    public JSONResponse<int> Get() => JSONResponse.Created("/places/1", 1);

    public JSONResponse<int> Post() => JSONResponse.Accepted(new Uri("/places/ä", UriKind.Relative), 1);

    public JSONResponse<int, PlaceHeaders> Put() => JSONResponse.Created(new Uri("https://example.org/places/1"), 1, new PlaceHeaders(7));
}
