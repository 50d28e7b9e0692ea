using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Runtime.Serialization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Requests.Tests;

public enum Kind
{
    Low = 1,
    High = 200,
}

/// <summary>Parsed with a culture: <c>1.5;2</c>.</summary>
public readonly record struct Point(double X, double Y)
{
    public static bool TryParse(string? text, IFormatProvider? provider, out Point point)
    {
        point = default;
        if (text?.Split(';') is not [var x, var y]
            || !double.TryParse(x, NumberStyles.Float, provider, out var left) || !double.TryParse(y, NumberStyles.Float, provider, out var right))
        {
            return false;
        }

        point = new Point(left, right);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"({X}, {Y})");
}

/// <summary>Parsed without a culture; null where it is not.</summary>
public sealed record Code(string Text)
{
    public static bool TryParse(string? text, [MaybeNullWhen(false)] out Code code)
    {
        code = text is { Length: 3 } ? new Code(text.ToUpperInvariant()) : null;
        return code is not null;
    }
}

public readonly record struct Celsius(decimal Degrees) : IParsable<Celsius>
{
    public static Celsius Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var result) ? result : throw new FormatException();

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Celsius result)
    {
        result = default;
        if (s?.EndsWith('C') != true || !decimal.TryParse(s.AsSpan(0, s.Length - 1), NumberStyles.Float, provider, out var degrees))
        {
            return false;
        }

        result = new Celsius(degrees);
        return true;
    }
}

/// <summary>Binds itself from two values.</summary>
public sealed record Span(int From, int To)
{
    public static ValueTask<Span?> BindAsync(HttpContext context) => ValueTask.FromResult(
        int.TryParse(context.Request.Query["from"], CultureInfo.InvariantCulture, out var from)
        && int.TryParse(context.Request.Query["to"], CultureInfo.InvariantCulture, out var to)
            ? new Span(from, to)
            : null);
}

/// <summary>Binds itself by the interface, and says for which parameter.</summary>
public sealed record Ticket(string Text) : IBindableFromHttpContext<Ticket>
{
    static ValueTask<Ticket?> IBindableFromHttpContext<Ticket>.BindAsync(HttpContext context, ParameterInfo parameter) => ValueTask.FromResult<Ticket?>(
        context.Request.Headers["X-Ticket"] is [{ } text] ? new Ticket($"{text} for {parameter.Name}") : null);
}

/// <summary>A struct that always binds.</summary>
public readonly record struct Stamp(string Path)
{
    public static ValueTask<Stamp> BindAsync(HttpContext context, ParameterInfo parameter) =>
        ValueTask.FromResult(new Stamp($"{parameter.ParameterType.Name} of {context.Request.Method}"));
}

public sealed record Order(int Id, string Title, List<Line>? Lines = null)
{
    public required decimal Price { get; init; }

    public Kind Kind { get; set; }
}

public sealed record Line(string Product, int Count);

[JsonPolymorphic(TypeDiscriminatorPropertyName = "shape")]
[JsonDerivedType(typeof(Circle), "circle")]
[JsonDerivedType(typeof(Box), "box")]
public abstract record Shape;

public sealed record Circle(double Radius) : Shape;

public sealed record Box(double Width, double Height) : Shape;

/// <summary>Numbers that may be no numbers, as far as the handling lets them.</summary>
public sealed class Measures
{
    public double Value { get; set; }

    public List<double> More { get; set; } = [];

    [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
    public double Loose { get; set; }
}

/// <summary>Takes no member that it has not, and adds to what it holds.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
[JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
public sealed class Strict
{
    public int Id { get; set; }

    public List<string> Tags { get; } = ["a"];

    public string? Name { get; set; }
}

/// <summary>A parameter that is in no JSON, of a type that has no JSON form.</summary>
public sealed record Hidden(int Id, [property: JsonIgnore] Stream Secret);

/// <summary>Has room for names of the client's own.</summary>
public sealed class Free
{
    public int Id { get; set; }

    public JsonNode? Node { get; set; }

    public JsonElement Element { get; set; }

    public JsonObject? Object { get; set; }

    public Dictionary<string, int>? Map { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? More { get; set; }
}

/// <summary>Has room for names of the client's own in a node.</summary>
public sealed class Bag
{
    public int Id { get; set; }

    public Bag? Next { get; set; }

    [JsonExtensionData]
    public JsonObject? More { get; set; }
}

public sealed class Counter(string name)
{
    public string Describe() => name;
}

public interface IUnregistered;

/// <summary>Bound by its constructor.</summary>
public sealed record Page(
    int Id, [FromQuery(Name = "n")] int Number, [FromHeader(Name = "X-Size")] int? Size, Counter Counter, HttpContext Context, CancellationToken Token, string Order = "up");

/// <summary>Bound by its setters.</summary>
public sealed class Filter
{
    public int Year { get; set; }

    public string? Text { get; init; }

    public Kind[] Kinds { get; set; } = [];

    public string Fixed => "fixed";
}

/// <summary>Bound with a body.</summary>
public readonly record struct Change(int Id, [FromBody] Order Order, bool Force = false);

public class Paging
{
    public int Page { get; set; }

    public virtual int? Size { get; set; }

    public string? Mark { get; set; }
}

/// <summary>Hides a member of its base by one of another type.</summary>
public sealed class Hiding : Paging
{
    public new int Mark { get; set; }
}

/// <summary>Bound by its setters and its base's, of which one is overridden.</summary>
public sealed class Search : Paging
{
    public string? Text { get; set; }

    public override int? Size
    {
        get => base.Size * 10;
        set => base.Size = value;
    }
}

public record Paged(int Page, int Size = 20);

/// <summary>Bound by its constructor, whose values the base keeps.</summary>
public sealed record Listing(int Page, string? Text) : Paged(Page);

/// <summary>Bound by its setters, since one constructor has no parameters.</summary>
public sealed class Either
{
    public Either()
    {
    }

    public Either(int a) => A = a;

    public int A { get; set; }
}

/// <summary>Bound by its constructor, and by what C# demands beside.</summary>
public sealed record Demanding(int A)
{
    public required int B { get; init; }

    public int C { get; init; } = 3;
}

/// <summary>Of a form.</summary>
public class Profile : ProfileBase
{
    public string Name { get; set; } = "nobody";

    public int Age { get; init; } = 18;

    public List<int> Scores { get; set; } = [1];

    public int? Height { get; set; } = 180;

    public Kind Kind { get; set; } = Kind.High;

    [FromForm(Name = "mail")]
    public string? Address { get; set; }

    public Place Home { get; set; } = new();
}

public class ProfileBase
{
    public DateOnly? Born { get; set; }
}

public sealed class Place
{
    public string City { get; set; } = "nowhere";

    public int? Floor { get; set; }
}

/// <summary>Of a form, by its constructor.</summary>
public sealed record Signup(string Name, int Age, int? Size, string[] Tags, string Plan = "free")
{
    public required bool Terms { get; init; }

    public string Note { get; set; } = "none";
}

/// <summary>Of a form that may have none of it.</summary>
public sealed record Parcel(string Name, int Weight)
{
    public Place? From { get; set; }

    public Spot? Spot { get; set; }

    public string Note { get; set; } = "none";

    [IgnoreDataMember]
    public string Internal { get; set; } = "own";

    [DataMember(IsRequired = true)]
    public int Count { get; set; } = 1;
}

public readonly record struct Spot(int X, int Y);

/// <summary>Files of a form beside a field.</summary>
public sealed record Album(string Title, IFormFile Cover, IReadOnlyList<IFormFile> Pages, IFormFile? Extra);
