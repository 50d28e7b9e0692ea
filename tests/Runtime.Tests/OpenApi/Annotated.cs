using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Corpus;
using Jero;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Runtime.Tests.OpenApi;

/// <summary>
/// Every attribute that a schema says something of, beside <see cref="Figure"/> and <c>a &lt; b</c>.
/// <para>With "quotes", a back\slash and
/// a line break.</para>
/// </summary>
/// <example>{ "text": "an example", "list": [1, 2.5e3, true, null] }</example>
public sealed class Annotated
{
    /// <summary>A whole number.</summary>
    /// <example>7</example>
    [Range(1, 10)]
    public int Number { get; set; } = 5;

    [Range(0.5, 9.5, MinimumIsExclusive = true, MaximumIsExclusive = true)]
    public double? Between { get; set; } = 1;

    [Range(typeof(decimal), "0.10", "99.90")]
    public decimal Price { get; set; } = 1;

    [MinLength(1), MaxLength(3)]
    public string Short { get; set; } = "ab";

    [Length(1, 2)]
    public List<string> Few { get; set; } = ["a"];

    [MaxLength(4)]
    public Dictionary<string, int> Map { get; set; } = new() { ["a"] = 1 };

    /// <summary>Text of letters.</summary>
    /// <example>12</example>
    [StringLength(8, MinimumLength = 2), RegularExpression("^[a-z]+$")]
    public string Letters { get; set; } = "letters";

    [RegularExpression(@"(?i)\Anet only\z")]
    public string NetOnly { get; set; } = "NET only";

    [Url]
    public string Link { get; set; } = "https://example.org/";

    [EmailAddress]
    public string Mail { get; set; } = "a@example.org";

    [Base64String]
    public string Base64 { get; set; } = "AAAA";

    [DefaultValue("none"), Description("Said by the attribute.")]
    public string Defaulted { get; set; } = "none";

    [AllowedValues("red", "green")]
    public string? Colour { get; set; } = "red";

    [DefaultValue(Weekday.Sun), AllowedValues(Weekday.Sat, Weekday.Sun)]
    public Weekday Rest { get; set; } = Weekday.Sun;

    /// <inheritdoc cref="Number"/>
    [Obsolete("Use Number.")]
    public int Old { get; set; }

    [Required, JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Demanded { get; set; } = "demanded";

    /// <summary>Computed, so that a client cannot send it.</summary>
    public int Sum => Number + 1;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Seldom { get; set; }
}

[JsonConverter(typeof(JsonStringEnumConverter<Weekday>))]
public enum Weekday
{
    [JsonStringEnumMemberName("saturday")]
    Sat,
    Sun,
}

/// <summary>A record that is documented by its parameters.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">Its name; see <paramref name="Id"/>.</param>
public record Documented([Range(1, 99)] int Id, string? Name = "unnamed");

/// <summary>Goes both ways.</summary>
public sealed record Both(int Id, [property: MaxLength(20)] string Title, string? Note = null)
{
    public string Slug => Title.ToUpperInvariant();
}

/// <summary>Is only ever sent by clients.</summary>
public sealed class Sent
{
    public required string Name { get; set; }

    public int Count { get; set; } = 1;
}

/// <summary>Query values.</summary>
/// <param name="Page">Which page, from 1.</param>
/// <param name="Order">By what.</param>
/// <param name="Old">Has no effect.</param>
public sealed record Paging([Range(1, 1000)] int Page = 1, Weekday? Order = null, [property: Obsolete("Has no effect.")] bool? Old = null);

/// <summary>Headers with texts.</summary>
/// <param name="XCount">How many there are.</param>
/// <param name="XNote">Left out where there is nothing to say.</param>
public sealed record AnnotatedHeaders([Range(0, 100)] int XCount, string? XNote);

[Endpoint("/annotated/{id}")]
public sealed partial class AnnotatedEndpoint
{
    /// <summary>Streams what is <c>annotated</c>; see <see cref="Annotated.Number"/>.</summary>
    /// <remarks>
    /// Two paragraphs:
    /// <para>one and "two".</para>
    /// </remarks>
    /// <param name="id">The number of <b>the</b> thing.</param>
    /// <param name="authorization">Said by security schemes.</param>
    /// <param name="accept">Said by media types.</param>
    /// <param name="paging">Several at once.</param>
    /// <param name="word">A word.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="day">On that day.</param>
    public NDJSONStreamingResponse<Annotated, AnnotatedHeaders> Get(
        [Range(1, 100)] int id,
        [FromHeader(Name = "Authorization")] string? authorization,
        [FromHeader] string? accept,
        [AsParameters] Paging paging,
        [RegularExpression("^[a-z]*$")] string? word = "all",
        [Range(1, 500)] int limit = 100,
        Weekday day = Weekday.Sun) =>
        new(new[] { new Annotated(), new Annotated { Seldom = "seldom", Colour = "green" } }.ToAsyncEnumerable()) { Headers = new(2, null) };

    /// <summary>Takes one.</summary>
    /// <param name="id">The number.</param>
    /// <param name="body">What is to be stored.</param>
    public Results<JSONResponse<Both>, NotFound, Conflict<ProblemDetails>> Post(int id, Both body) => new JSONResponse<Both>(body with { Id = id });

    public JSONResponse<Documented> Put(int id, Sent body) => new(new Documented(id, body.Name));
}

[Endpoint("/annotated/form")]
public sealed partial class FormEndpoint
{
    /// <param name="name">The sender.</param>
    /// <param name="picture">A picture of them.</param>
    public JSONResponse<string> Post([FromForm, MaxLength(9)] string name, IFormFile? picture) => new(name + picture?.FileName);
}

[Endpoint("/figures/events")]
public sealed partial class FigureEventsEndpoint
{
    public SSEResponse<Figure> Get() => new(Items());

    private static async IAsyncEnumerable<ServerSentEvent<Figure>> Items()
    {
        await Task.Yield();
        yield return new Circle();
        yield return new ServerSentEvent<Figure>(new Group { Figures = [new Square(), null] }) { Event = "moved", Id = "2", Retry = TimeSpan.FromSeconds(1) };
    }
}

[Endpoint("/documented/events")]
public sealed partial class DocumentedEventsEndpoint
{
    public SSEResponse<Documented> Get() => new(new[] { new Documented(1), new Documented(2, "two\nlines") }.ToAsyncEnumerable());
}

[Endpoint("/numbers/events")]
public sealed partial class NumberEventsEndpoint
{
    public SSEResponse<int?> Get() => new(new int?[] { 1, null }.ToAsyncEnumerable());
}
