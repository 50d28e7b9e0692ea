using System.Text.Json.Nodes;
using Jero;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.Extensions.DependencyInjection;
using Runtime.Tests.Endpoints;

namespace Runtime.Tests.OpenApi;

/// <summary>What the document takes from how endpoints are mapped.</summary>
public sealed class MappingTests
{
    [Fact]
    public async Task A_path_is_listed_once_and_a_verb_in_it_once_whatever_constraints_tell_its_routes_apart()
    {
        var document = await Served.DocumentAsync(web =>
        {
            web.MapEndpoint<ByNumberEndpoint>();
            web.MapEndpoint<ByKeyEndpoint>();
        });

        var path = Assert.Single(document.GetProperty("paths").EnumerateObject());
        Assert.Equal("/by/{id}", path.Name);
        Assert.Equal(["get", "delete"], path.Value.Names());
        Assert.Equal(
            """[{"name":"id","in":"path","required":true,"schema":{"type":"integer","format":"int32","minimum":1}}]""",
            path.Value.GetProperty("get").GetProperty("parameters").Compact());
        Assert.Equal(
            """[{"name":"id","in":"path","required":true,"schema":{"type":"string","format":"uuid"}}]""",
            path.Value.GetProperty("delete").GetProperty("parameters").Compact());
    }

    [Fact]
    public async Task A_route_that_the_document_cannot_list_is_logged()
    {
        await using var app = await Served.StartAsync(web =>
        {
            web.MapEndpoint<ByNumberEndpoint>();
            web.MapEndpoint<ByKeyEndpoint>();
            web.MapJeroOpenApi();
        });

        await Served.BytesAsync(app, "/openapi.json");

        var line = Assert.Single(app.Log.OfOpenApi);
        Assert.Contains("'/by/{key:guid}'", line.Message, StringComparison.Ordinal);
        Assert.Contains("'/by/{id:int:min(1)}'", line.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_parameters_of_a_group_are_described_before_the_endpoints_own()
    {
        var document = await Served.DocumentAsync(
            web => web.MapGroup("/{tenant:guid}/{part:length(2,4)}/{rank:range(1,9)}/{code:regex(^\\d+$)}").MapEndpoint<ByNumberEndpoint>(),
            services: services => services.Configure<RouteOptions>(routing => routing.SetParameterPolicy<RegexInlineRouteConstraint>("regex")));

        var parameters = document.Operation("/{tenant}/{part}/{rank}/{code}/by/{id}").GetProperty("parameters");
        Assert.Equal(
            [
                """{"name":"tenant","in":"path","required":true,"schema":{"type":"string","format":"uuid"}}""",
                """{"name":"part","in":"path","required":true,"schema":{"type":"string","minLength":2,"maxLength":4}}""",
                """{"name":"rank","in":"path","required":true,"schema":{"type":"integer","format":"int64","minimum":1,"maximum":9}}""",
                """{"name":"code","in":"path","required":true,"schema":{"type":"string","pattern":"^\\d\u002B$"}}""",
                """{"name":"id","in":"path","required":true,"schema":{"type":"integer","format":"int32","minimum":1}}""",
            ],
            parameters.EnumerateArray().Select(parameter => parameter.Compact()));
    }

    [Fact]
    public async Task A_value_that_the_handler_takes_from_a_groups_prefix_is_no_query_value()
    {
        var document = await Served.DocumentAsync(web => web.MapGroup("/{limit:int}").MapEndpoint<AnnotatedEndpoint>());

        var parameters = document.Operation("/{limit}/annotated/{id}").GetProperty("parameters").EnumerateArray().ToList();
        var limit = Assert.Single(parameters, parameter => parameter.GetProperty("name").GetString() == "limit");
        Assert.Equal(
            """{"name":"limit","in":"path","description":"At most so many.","required":true,"schema":{"type":"integer","format":"int32","minimum":1,"maximum":500}}""",
            limit.Compact());
    }

    [Fact]
    public async Task Operation_ids_are_unique_however_often_a_class_is_mapped_and_the_first_keeps_its_own()
    {
        var document = await Served.DocumentAsync(web =>
        {
            web.MapGroup("/v1").MapEndpoint<First.TwinEndpoint>();
            web.MapGroup("/v2").MapEndpoint<First.TwinEndpoint>();
            web.MapEndpoint<Second.TwinEndpoint>();
            web.MapGroup("/named").MapEndpoint<Second.TwinEndpoint>().WithName("getTwin2");
        });

        Assert.Equal(
            ["getTwin", "getTwin3", "getTwin4", "getTwin2"],
            document.GetProperty("paths").EnumerateObject().Select(path => path.Value.GetProperty("get").GetProperty("operationId").GetString()));
    }

    [Fact]
    public async Task What_is_said_at_mapping_wins_over_what_the_class_says()
    {
        var said = (await Served.DocumentAsync(web => web.MapEndpoint<OldEndpoint>())).Operation("/old");
        var mapped = (await Served.DocumentAsync(web => web.MapGroup("/").WithTags("group").MapEndpoint<OldEndpoint>()
            .WithTags("new").WithName("old").WithSummary("Said at mapping.").WithDescription("More."))).Operation("/old");

        Assert.Equal(["tags", "operationId", "summary", "description", "responses", "deprecated"], said.Names());
        Assert.Equal("""["old"]""", said.GetProperty("tags").Compact());
        Assert.Equal("Said at compile time.", said.GetProperty("summary").GetString());
        Assert.True(said.GetProperty("deprecated").GetBoolean());
        Assert.Equal("""["new"]""", mapped.GetProperty("tags").Compact());
        Assert.Equal("old", mapped.GetProperty("operationId").GetString());
        Assert.Equal("Said at mapping.", mapped.GetProperty("summary").GetString());
        Assert.Equal("More.", mapped.GetProperty("description").GetString());
    }

    [Fact]
    public async Task An_endpoint_that_asks_for_authorization_says_how_and_what_happens_without()
    {
        var document = await Served.DocumentAsync(
            web =>
            {
                web.MapEndpoint<VaultEndpoint>();
                web.MapGroup("/signed-in").RequireAuthorization().MapEndpoint<TextEndpoint>();
                web.MapGroup("/adults").RequireAuthorization("adult").MapEndpoint<TextEndpoint>();
                web.MapGroup("/bearer").RequireAuthorization(new AuthorizeAttribute { AuthenticationSchemes = "Bearer" }).MapEndpoint<TextEndpoint>();
                web.MapEndpoint<TextEndpoint>();
            },
            options =>
            {
                options.SecuritySchemes["key"] = new JsonObject { ["type"] = "apiKey", ["in"] = "header", ["name"] = "X-Key" };
                options.SecuritySchemes["bearer"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer" };
            },
            services => services.AddAuthentication().Services.AddAuthorization(options => options.AddPolicy("adult", policy => policy.RequireClaim("age"))));

        const string Any = """[{"bearer":[]},{"key":[]}]""";
        Assert.Equal((Any, "200 401 403 500"), Of("/vault"));
        Assert.Equal((null, "200 500"), Of("/vault", "post"));
        Assert.Equal((Any, "200 401 500"), Of("/signed-in/text"));
        Assert.Equal((Any, "200 401 403 500"), Of("/adults/text"));
        Assert.Equal(("""[{"bearer":[]}]""", "200 401 500"), Of("/bearer/text"));
        Assert.Equal((null, "200 500"), Of("/text"));
        Assert.Equal(["bearer", "key"], document.GetProperty("components").GetProperty("securitySchemes").Names());

        (string? Security, string Responses) Of(string path, string verb = "get")
        {
            var operation = document.Operation(path, verb);
            return (operation.TryGetProperty("security", out var security) ? security.Compact() : null, string.Join(' ', operation.GetProperty("responses").Names()));
        }
    }

    [Fact]
    public async Task A_failing_server_answers_with_a_problem_where_the_app_has_the_service_for_it()
    {
        var bare = await Served.DocumentAsync(web => web.MapEndpoint<TextEndpoint>());
        var app = await Served.DocumentAsync(web => web.MapEndpoint<TextEndpoint>(), services: services => services.AddProblemDetails());

        Assert.Equal("""{"description":"The server failed."}""", bare.Operation("/text").GetProperty("responses").GetProperty("500").Compact());
        Assert.Equal("""{"$ref":"#/components/responses/Problem","description":"The server failed."}""", app.Operation("/text").GetProperty("responses").GetProperty("500").Compact());
        Assert.Equal(["Problem"], app.GetProperty("components").GetProperty("responses").Names());
    }

    [Fact]
    public async Task Only_components_that_something_refers_to_are_listed()
    {
        var document = await Served.DocumentAsync(web => web.MapEndpoint<TextEndpoint>());
        var failing = await Served.DocumentAsync(web => web.MapEndpoint<ByNumberEndpoint>());

        Assert.False(document.TryGetProperty("components", out _));
        Assert.Equal(["Problem"], failing.GetProperty("components").GetProperty("responses").Names());
        Assert.Equal(["ProblemDetails"], failing.GetProperty("components").GetProperty("schemas").Names());
    }
}
