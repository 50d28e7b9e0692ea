using System.Text.Json;
using Jero;
using Microsoft.AspNetCore.Builder;

namespace Runtime.Tests.OpenApi;

/// <summary>Enums that a request says in text are components of the document.</summary>
public sealed class EnumParameterTests
{
    private const string Names = """{"description":"How loud it is.","type":"string","enum":["Calm","Loud"]}""";

    [Fact]
    public async Task The_enum_of_a_parameter_is_a_component_by_its_names_wherever_the_text_stands()
    {
        var document = await Served.DocumentAsync(web => web.MapEndpoint<Loudness.TextsEndpoint>());

        Assert.Equal(Names, Component(document, "Volume"));
        Assert.Equal(
            [
                """{"$ref":"#/components/schemas/Volume"}""",
                """{"$ref":"#/components/schemas/Volume"}""",
                """{"type":"array","items":{"$ref":"#/components/schemas/Volume"}}""",
                """{"$ref":"#/components/schemas/Volume"}""",
                """{"$ref":"#/components/schemas/Rights"}""",
                """{"$ref":"#/components/schemas/Volume","default":"Loud"}""",
            ],
            document.Operation("/loudness/{route}").GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("schema").Compact()));
        Assert.Equal(
            """{"$ref":"#/components/schemas/Volume"}""",
            document.Operation("/loudness/{route}", "post").GetProperty("requestBody").GetProperty("content").GetProperty("application/x-www-form-urlencoded")
                .GetProperty("schema").GetProperty("properties").GetProperty("field").Compact());

        // Sets of flags are joined names, which no list has.
        Assert.Equal("""{"type":"string"}""", Component(document, "Rights"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_name_gives_way_to_the_same_enum_in_json_where_that_has_another_form(bool isReversed)
    {
        var document = await Served.DocumentAsync(web => Map(web, isReversed, web => web.MapEndpoint<Loudness.TextsEndpoint>(), web => web.MapEndpoint<Loudness.NumbersEndpoint>()));

        Assert.Equal("""{"description":"How loud it is.","type":"integer","enum":[0,1]}""", Component(document, "Volume"));
        Assert.Equal(Names, Component(document, "VolumeName"));
        Assert.Equal(
            """{"$ref":"#/components/schemas/VolumeName"}""",
            document.Operation("/loudness/{route}").GetProperty("parameters")[0].GetProperty("schema").Compact());
        Assert.Equal(
            """{"$ref":"#/components/schemas/Volume"}""",
            document.Operation("/numbers").GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("schema").Compact());
    }

    [Fact]
    public async Task An_enum_that_json_writes_by_the_same_names_is_one_component()
    {
        var document = await Served.DocumentAsync(web => web.MapEndpoint<Loudness.PacesEndpoint>());

        Assert.Equal(["Pace"], document.GetProperty("components").GetProperty("schemas").Names().Where(name => name != "ProblemDetails"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_two_enums_of_one_name_the_names_do_not_depend_on_the_order_of_mapping(bool isReversed)
    {
        var document = await Served.DocumentAsync(web => Map(web, isReversed, web => web.MapEndpoint<Loudness.TextsEndpoint>(), web => web.MapEndpoint<Sizes.TextsEndpoint>()));

        Assert.Equal(Names, Component(document, "Volume"));
        Assert.Equal("""{"type":"string","enum":["Small"]}""", Component(document, "VolumeName"));
        Assert.Equal("""{"$ref":"#/components/schemas/VolumeName"}""", document.Operation("/sizes").GetProperty("parameters")[0].GetProperty("schema").Compact());
    }

    private static void Map(WebApplication web, bool isReversed, params Action<WebApplication>[] maps) =>
        (isReversed ? maps.Reverse() : maps).ToList().ForEach(map => map(web));

    private static string Component(JsonElement document, string name) =>
        document.GetProperty("components").GetProperty("schemas").GetProperty(name).Compact();
}
