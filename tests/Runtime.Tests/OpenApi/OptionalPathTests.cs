using System.Text.Json;
using Jero;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.Extensions.DependencyInjection;

namespace Runtime.Tests.OpenApi;

public sealed class OptionalPathTests
{
    [Fact]
    public async Task A_route_whose_last_segment_may_be_missing_is_listed_with_it_and_without()
    {
        var document = await Served.DocumentAsync(web => web.MapEndpoint<OptionalEndpoint>());

        Assert.Equal(["/films/{id}", "/films"], document.GetProperty("paths").Names());
        Assert.Equal(
            """[{"name":"id","in":"path","required":true,"schema":{"type":"integer","format":"int32"}},{"name":"year","in":"query","schema":{"type":"integer","format":"int32"}}]""",
            document.Operation("/films/{id}").GetProperty("parameters").Compact());
        Assert.Equal(
            """[{"name":"year","in":"query","schema":{"type":"integer","format":"int32"}}]""",
            document.Operation("/films").GetProperty("parameters").Compact());
        Assert.Equal(2, document.GetProperty("paths").EnumerateObject().Select(path => path.Value.GetProperty("get").GetProperty("operationId").GetString()).Distinct().Count());
    }

    [Fact]
    public async Task Defaults_and_an_optional_part_of_a_segment_may_be_missing_as_well()
    {
        var document = await Served.DocumentAsync(web =>
        {
            web.MapEndpoint<DefaultedEndpoint>();
            web.MapEndpoint<ExtensionEndpoint>();
        });

        Assert.Equal(
            ["/pages/{kind}/{page}", "/pages/{kind}", "/pages", "/named/{name}.{extension}", "/named/{name}"],
            document.GetProperty("paths").Names());
        Assert.False(document.Operation("/pages").TryGetProperty("parameters", out _));
    }

    [Fact]
    public async Task A_route_of_the_path_itself_goes_before_a_shortened_one_without_a_warning()
    {
        await using var app = await Served.StartAsync(web =>
        {
            web.MapEndpoint<OptionalEndpoint>();
            web.MapEndpoint<AllEndpoint>();
            web.MapJeroOpenApi();
        });
        var document = JsonDocument.Parse(await Served.BytesAsync(app, "/openapi.json")).RootElement;

        Assert.Equal("getAll", document.Operation("/films").GetProperty("operationId").GetString());
        Assert.Empty(app.Log.OfOpenApi);
    }

    [Theory]
    [InlineData("^[a-z]{{2}}$", "\"pattern\":\"^[a-zA-Z]{2}$\"")]
    [InlineData("(?i)^[a-z]{{2}}\\Z", null)]
    [InlineData("^\\p{{L}}+$", null)]
    public async Task A_constraint_is_a_pattern_where_it_is_one_of_schemas(string regex, string? pattern)
    {
        var document = await Served.DocumentAsync(
            web => web.MapGroup($"/{{code:regex({regex})}}").MapEndpoint<AllEndpoint>(),
            services: services => services.Configure<RouteOptions>(routing => routing.SetParameterPolicy<RegexInlineRouteConstraint>("regex")));

        var schema = document.Operation("/{code}/films").GetProperty("parameters")[0].GetProperty("schema").Compact();
        Assert.Equal(pattern is null ? """{"type":"string"}""" : $$"""{"type":"string",{{pattern}}}""", schema);
    }

    [Fact]
    public async Task An_endpoint_that_is_protected_by_requirements_alone_says_so()
    {
        var document = await Served.DocumentAsync(
            web => web.MapEndpoint<RequiringEndpoint>(),
            options => options.SecuritySchemes["key"] = new() { ["type"] = "apiKey", ["in"] = "header", ["name"] = "X-Key" },
            services => services.AddAuthentication().Services.AddAuthorization());

        var operation = document.Operation("/requiring");
        Assert.Equal("""[{"key":[]}]""", operation.GetProperty("security").Compact());
        Assert.Equal(["200", "401", "403", "500"], operation.GetProperty("responses").Names());
    }
}

[Endpoint("/films/{id?}")]
public sealed partial class OptionalEndpoint
{
    public JSONResponse<int> Get(int? id, int? year) => new((id ?? 0) + (year ?? 0));
}

[Endpoint("/films")]
public sealed partial class AllEndpoint
{
    public JSONResponse<int> Get() => new(0);
}

[Endpoint("/pages/{kind=all}/{page=1}")]
public sealed partial class DefaultedEndpoint
{
    public JSONResponse<int> Get(string kind, int page) => new(kind.Length + page);
}

[Endpoint("/named/{name}.{extension?}")]
public sealed partial class ExtensionEndpoint
{
    public JSONResponse<string> Get(string name, string? extension) => new(name + extension);
}

[AttributeUsage(AttributeTargets.Class)]
internal sealed class RequireOldAttribute : Attribute, IAuthorizationRequirementData, IAuthorizationRequirement
{
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

[RequireOld, Endpoint("/requiring")]
public sealed partial class RequiringEndpoint
{
    public JSONResponse<int> Get() => new(0);
}
