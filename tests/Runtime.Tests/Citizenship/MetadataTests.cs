using Jero;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Runtime.Tests.Citizenship;

public sealed class MetadataTests
{
    private static async Task<EndpointMetadataCollection> MetadataAsync(string method = "GET")
    {
        await using var app = await Citizen.StartAsync(new Trace(), web => web.MapGroup("").WithTags("group").MapEndpoint<DecoratedCitizen>());
        return app.Endpoint(method, "/citizen/decorated").Metadata;
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task The_framework_s_own_attributes_are_metadata_and_the_nearest_wins(string method)
    {
        var metadata = await MetadataAsync(method);

        Assert.Equal(["method"], metadata.GetMetadata<ITagsMetadata>()!.Tags);
        Assert.Equal(["group", "class", "method"], metadata.GetOrderedMetadata<ITagsMetadata>().SelectMany(tags => tags.Tags));
        Assert.Equal("A summary.", metadata.GetMetadata<IEndpointSummaryMetadata>()?.Summary);
        Assert.Equal("A description.", metadata.GetMetadata<IEndpointDescriptionMetadata>()?.Description);
        Assert.Equal("Use another.", metadata.GetMetadata<ObsoleteAttribute>()?.Message);
    }

    [Fact]
    public async Task An_attribute_of_the_user_s_keeps_every_argument()
    {
        var metadata = await MetadataAsync();

        Assert.Equal(
            [
                "base: 1  Ordinal  -1  ",
                "class: 7 Trace,Trace[] OrdinalIgnoreCase a|b 3.5 x ",
                "method: 0 List`1 Ordinal |\"\\\u2028 -1  named",
            ],
            metadata.GetOrderedMetadata<RichAttribute>().Select(attribute => attribute.ToString()));
    }

    [Fact]
    public async Task A_generic_attribute_is_metadata()
    {
        var metadata = await MetadataAsync();

        Assert.Equal("Dictionary`2", metadata.GetMetadata<GenericAttribute<Dictionary<string, int?>>>()?.Name);
    }

    [Fact]
    public async Task An_attribute_is_not_metadata_twice()
    {
        var metadata = await MetadataAsync();

        Assert.Single(metadata.OfType<EndpointSummaryAttribute>());
        Assert.Single(metadata.OfType<ObsoleteAttribute>());
    }

    [Fact]
    public async Task The_display_name_is_that_of_the_handler()
    {
        await using var app = await Citizen.StartAsync(new Trace(), web => web.MapEndpoint<DecoratedCitizen>());

        Assert.Equal("HTTP: GET /citizen/decorated => Get", app.Endpoint("GET", "/citizen/decorated").DisplayName);
    }

    [Fact]
    public async Task A_handler_with_overloads_is_mapped_by_the_right_one()
    {
        await using var app = await Citizen.StartAsync(new Trace(), web => web.MapEndpoint<OverloadedCitizen>());

        using var client = await Streaming.RawClient.ReadWholeAsync(app, "/citizen/overloaded?number=4");

        Assert.Equal("5", client.Body);
        Assert.Equal(typeof(int), Assert.Single(app.Endpoint("GET", "/citizen/overloaded").Metadata.GetOrderedMetadata<IParameterBindingMetadata>()).ParameterInfo.ParameterType);
    }
}

/// <summary>Arguments of every kind that C# allows.</summary>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
internal sealed class RichAttribute(string name, int number = 1, params Type[] types) : Attribute
{
    public StringComparison Comparison { get; set; } = StringComparison.Ordinal;

    public string[] Texts { get; set; } = [];

    public double Fraction { get; set; } = -1;

    public char Letter { get; set; } = ' ';

    public string? Field;

    public override string ToString() =>
        $"{name}: {number} {string.Join(',', types.Select(type => type.Name))} {Comparison} {string.Join('|', Texts)} "
        + $"{Fraction.ToString(System.Globalization.CultureInfo.InvariantCulture)} {(Letter == ' ' ? "" : Letter)} {Field}";
}

[AttributeUsage(AttributeTargets.Method)]
internal sealed class GenericAttribute<T> : Attribute
{
    public string Name => typeof(T).Name;
}

// Tags are not inherited, by their own usage.
[Tags("base"), Rich("base")]
internal abstract class DecoratedBase;

[Tags("class")]
[Rich("class", 7, typeof(Trace), typeof(Trace[]), Comparison = StringComparison.OrdinalIgnoreCase, Texts = ["a", "b"], Fraction = 3.5, Letter = 'x')]
[Endpoint("/citizen/decorated")]
internal sealed partial class DecoratedCitizen : DecoratedBase
{
    [Tags("method")]
    [EndpointSummary("A summary."), EndpointDescription("A description."), Obsolete("Use another.")]
    [Rich("method", 0, typeof(List<>), Texts = [null!, "\"\\\u2028"], Field = "named")]
    [Generic<Dictionary<string, int?>>]
    public JSONResponse<int> Get() => new(1);
}

[Endpoint("/citizen/overloaded")]
internal sealed partial class OverloadedCitizen
{
    public JSONResponse<int> Get(int number) => new(Get((long)number));

    private static int Get(long number) => (int)number + 1;
}
