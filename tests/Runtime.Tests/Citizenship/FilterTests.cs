using System.Reflection;
using Jero;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Runtime.Tests.Streaming;

namespace Runtime.Tests.Citizenship;

public sealed class FilterTests
{
    private readonly Trace _trace = new();

    [Fact]
    public async Task A_filter_sees_the_handler_s_arguments_and_may_replace_them()
    {
        IList<object?> seen = [];
        await using var app = await Citizen.StartAsync(_trace, web => web.MapEndpoint<ArgumentsCitizen>().AddEndpointFilter((context, next) =>
        {
            seen = [.. context.Arguments];
            context.Arguments[0] = 66;
            context.Arguments[2] = "replaced";
            return next(context);
        }));

        using var client = await RawClient.ReadWholeAsync(app, "/citizen/3?text=a&n=8", headers: "X-Mark: m\r\n");

        Assert.Equal(6, seen.Count);
        Assert.Equal([3, _trace, "a"], seen.Take(3));
        Assert.Equal(["m", 8], seen.Skip(3).Take(2));
        Assert.Equal("\"66 replaced m 8 True\"", client.Body);
    }

    [Fact]
    public async Task A_filter_factory_is_given_the_handler_itself()
    {
        MethodInfo? method = null;
        await using var app = await Citizen.StartAsync(_trace, web => web.MapEndpoint<ArgumentsCitizen>().AddEndpointFilterFactory((context, next) =>
        {
            method = context.MethodInfo;
            return next;
        }));

        using var client = await RawClient.ReadWholeAsync(app, "/citizen/3");

        Assert.Equal(typeof(ArgumentsCitizen).GetMethod("Get"), method);
        Assert.Equal("X-Mark", method!.GetParameters()[3].GetCustomAttribute<FromHeaderAttribute>()!.Name);
        Assert.Equal("\"3   7 True\"", client.Body);
    }

    [Fact]
    public async Task A_bad_request_is_answered_before_the_filters_run()
    {
        await using var app = await Citizen.StartAsync(_trace, web => web.MapEndpoint<ArgumentsCitizen>().AddEndpointFilter((context, next) =>
        {
            _trace.Note("filter");
            return next(context);
        }));

        using var client = await RawClient.ReadWholeAsync(app, "/citizen/3?n=x");

        Assert.Equal(400, client.StatusOf());
        Assert.Equal("", _trace.Steps);
    }

    public static TheoryData<string> Replacements => ["text", "result", "value", "number", "null", "typed"];

    [Theory]
    [MemberData(nameof(Replacements))]
    public async Task What_replaces_a_result_is_sent_as_a_minimal_API_sends_it(string replacement)
    {
        await using var app = await Citizen.StartAsync(_trace, web =>
        {
            web.MapEndpoint<VerbsCitizen>().AddEndpointFilter((_, _) => new(Replace(replacement)));
            web.MapGet("/minimal", () => Results.Text("got")).AddEndpointFilter((_, _) => new(Replace(replacement)));
        });

        using var ours = await RawClient.ReadWholeAsync(app, "/citizen/verbs");
        using var theirs = await RawClient.ReadWholeAsync(app, "/minimal");

        Assert.Equal(theirs.StatusOf(), ours.StatusOf());
        Assert.Equal(theirs.HeaderOf("Content-Type"), ours.HeaderOf("Content-Type"));
        Assert.Equal(theirs.Body, ours.Body);
    }

    [Fact]
    public async Task A_stream_that_a_filter_replaces_has_its_source_let_go()
    {
        await using var app = await StartUnusedAsync(async (context, next) =>
        {
            await next(context);
            return "replaced";
        });

        using var client = await RawClient.ReadWholeAsync(app, "/citizen/unused");

        Assert.Equal("replaced", client.Body);
        await App.UntilAsync(() => _trace.Steps == "source1 let go", "the source is let go");
    }

    [Fact]
    public async Task A_stream_that_a_filter_fails_behind_has_its_source_let_go()
    {
        await using var app = await StartUnusedAsync(async (context, next) =>
        {
            await next(context);
            throw new InvalidOperationException("The filter failed.");
        });

        using var client = await RawClient.ReadWholeAsync(app, "/citizen/unused");

        Assert.Equal(500, client.StatusOf());
        await App.UntilAsync(() => _trace.Steps == "source1 let go", "the source is let go");
    }

    [Fact]
    public async Task A_stream_that_a_filter_encloses_is_sent_once()
    {
        await using var app = await StartUnusedAsync(async (context, next) => new Enclosing((IResult)(await next(context))!));

        using var client = await RawClient.ReadWholeAsync(app, "/citizen/unused");

        Assert.Equal("source1", client.Body);
        Assert.True(client.IsWhole);
        Assert.Equal("source1 read, source1 let go", _trace.Steps);
    }

    [Fact]
    public async Task A_filter_that_calls_the_handler_twice_leaves_no_source()
    {
        await using var app = await StartUnusedAsync(async (context, next) =>
        {
            await next(context);
            return await next(context);
        });

        using var client = await RawClient.ReadWholeAsync(app, "/citizen/unused");

        Assert.True(client.IsWhole);
        await App.UntilAsync(() => _trace.Steps == "source1 read, source1 let go, source1 let go", "the first source is let go");
    }

    [Fact]
    public async Task A_stream_that_passes_a_filter_is_streamed_item_by_item()
    {
        await using var app = await Citizen.StartAsync(_trace, web => web.MapEndpoint<StreamCitizen>().AddEndpointFilter((context, next) => next(context)));

        using var client = await RawClient.SendAsync(app, "/citizen/stream");
        await client.UntilAsync("first");
        Assert.DoesNotContain("second", client.Received, StringComparison.Ordinal);
        _trace.Release();
        await client.UntilAsync("second");
    }

    [Fact]
    public async Task A_filter_reads_status_and_value_of_a_response_by_the_framework_s_interfaces()
    {
        object? value = null;
        int? status = 0;
        await using var app = await Citizen.StartAsync(_trace, web => web.MapEndpoint<VerbsCitizen>().AddEndpointFilter(async (context, next) =>
        {
            var result = await next(context);
            value = (result as IValueHttpResult)?.Value;
            status = (result as IStatusCodeHttpResult)?.StatusCode;
            return result;
        }));

        using var post = await RawClient.ReadWholeAsync(app, "/citizen/verbs", "POST", "Content-Length: 0\r\n");
        Assert.Equal(("posted", null), (value, status));
        using var delete = await RawClient.ReadWholeAsync(app, "/citizen/verbs", "DELETE");
        Assert.Equal((null, 204), (value, status));
    }

    private Task<App> StartUnusedAsync(Func<EndpointFilterInvocationContext, EndpointFilterDelegate, ValueTask<object?>> filter) =>
        Citizen.StartAsync(_trace, web => web.MapEndpoint<UnusedCitizen>().AddEndpointFilter(filter));

    private static object? Replace(string replacement) => replacement switch
    {
        "text" => "plain",
        "result" => Results.StatusCode(StatusCodes.Status418ImATeapot),
        "value" => new Movie("replaced"),
        "number" => 5,
        "typed" => TypedResults.Ok("typed"),
        _ => null,
    };

    private sealed class Enclosing(IResult inner) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => inner.ExecuteAsync(httpContext);
    }
}
