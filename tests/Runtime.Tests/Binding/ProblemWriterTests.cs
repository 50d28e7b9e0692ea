using System.Text;
using System.Text.Json;
using Jero.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Runtime.Tests.Binding;

public class ProblemWriterTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_problem_has_the_title_and_type_of_its_status_and_its_errors(bool withService)
    {
        var problem = new ProblemDetails { Status = 422, Detail = "No." };
        problem.Extensions["errors"] = new Dictionary<string, string[]> { ["year"] = ["too old", "too new"] };
        var (http, json) = await WriteAsync(problem, withService);
        Assert.Equal(422, http.Response.StatusCode);
        Assert.StartsWith("application/problem+json", http.Response.ContentType, StringComparison.Ordinal);
        Assert.Equal("Unprocessable Entity", json.GetProperty("title").GetString());
        Assert.Equal("https://tools.ietf.org/html/rfc4918#section-11.2", json.GetProperty("type").GetString());
        Assert.Equal("No.", json.GetProperty("detail").GetString());
        Assert.Equal("too new", json.GetProperty("errors").GetProperty("year")[1].GetString());
    }

    [Fact]
    public async Task A_problem_without_a_status_is_a_500()
    {
        var (http, json) = await WriteAsync(new ProblemDetails { Title = "Mine", Instance = "/x" }, withService: false);
        Assert.Equal(500, http.Response.StatusCode);
        Assert.Equal("Mine", json.GetProperty("title").GetString());
        Assert.Equal("/x", json.GetProperty("instance").GetString());
    }

    [Fact]
    public async Task Extensions_are_written_by_their_kind()
    {
        var problem = new ProblemDetails { Status = 400 };
        problem.Extensions["n"] = 5;
        problem.Extensions["b"] = true;
        problem.Extensions["list"] = new[] { "a", "b" };
        problem.Extensions["none"] = null;
        var (_, json) = await WriteAsync(problem, withService: false);
        Assert.Equal(5, json.GetProperty("n").GetInt32());
        Assert.True(json.GetProperty("b").GetBoolean());
        Assert.Equal("b", json.GetProperty("list")[1].GetString());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("none").ValueKind);
    }

    private static async Task<(HttpContext, JsonElement)> WriteAsync(ProblemDetails problem, bool withService)
    {
        var services = new ServiceCollection();
        if (withService)
        {
            services.AddOptions().AddProblemDetails();
        }

        var body = new MemoryStream();
        var http = new DefaultHttpContext { RequestServices = services.BuildServiceProvider(), Response = { Body = body } };
        await ProblemWriter.WriteAsync(http, problem);
        await http.Response.CompleteAsync();
        return (http, JsonDocument.Parse(Encoding.UTF8.GetString(body.ToArray())).RootElement);
    }
}
