using Jero.Generator.Parsing.Routes;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Generator.Tests;

/// <summary>The compiler refuses the routes that routing itself refuses, and no others.</summary>
public sealed class RouteTemplateTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/a/")]
    [InlineData("/a//b")]
    [InlineData("/{a}{b}")]
    [InlineData("/{a}-{b}")]
    [InlineData("/{*a}/b")]
    [InlineData("/{*a}/")]
    [InlineData("/x{*a}")]
    [InlineData("/{**a}")]
    [InlineData("/{***a}")]
    [InlineData("/{*a?}")]
    [InlineData("/{a?}/b")]
    [InlineData("/{a?}.b")]
    [InlineData("/{a}.{b?}")]
    [InlineData("/x.{b?}")]
    [InlineData("/x-{b?}")]
    [InlineData("/a?b")]
    [InlineData("/{a b}")]
    [InlineData("/{a/b}")]
    [InlineData("/{a:int=5}")]
    [InlineData("/{a=5?}")]
    [InlineData("/{a:regex(^x=1$)?}")]
    [InlineData("/{a:regex(^\\d{{3}}$)}")]
    [InlineData("/{{a}}")]
    [InlineData("/{a}}")]
    [InlineData("/a}")]
    [InlineData("/{}")]
    [InlineData("/{a}/{A}")]
    public void A_template_is_one_for_both_or_for_neither(string template) => AssertSame(template);

    [Fact]
    public void Random_templates_are_ones_for_both_or_for_neither()
    {
        var random = new Random(20261122);
        string[] parts = ["/", "/", "a", "b", "{", "}", "{a}", "{b}", "{c?}", "{*d}", "{**e}", "{f=1}", "{g:int}", "?", "*", ".", "=", ":", "~", "-", "{{", "}}"];
        for (var i = 0; i < 50_000; i++)
        {
            AssertSame("/" + string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => parts[random.Next(parts.Length)])));
        }
    }

    private static void AssertSame(string template)
    {
        RoutePattern? pattern = null;
        var refusal = Record.Exception(() => pattern = RoutePatternFactory.Parse(template));

        var route = RouteTemplate.Parse(template);

        Assert.True(refusal is null == route.Error is null, $"{template}: routing says '{refusal?.Message}', the compiler says '{route.Error}'.");
        Assert.Equal(pattern?.Parameters.Select(parameter => parameter.Name) ?? [], route.Parameters.Select(parameter => parameter.Name));
    }
}
