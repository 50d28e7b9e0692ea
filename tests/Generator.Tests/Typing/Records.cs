#nullable enable
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Typing.Records;

/// <summary>What is <see cref="Shelf{T}"/>'s, and <c>more</c>.</summary>
/// <param name="Id">An id &lt; 10.</param>
/// <example>{ "id": 1 }</example>
[JsonDerivedType(typeof(Cat<int>), typeDiscriminator: "cat"), JsonDerivedType(typeof(Dog), 2)]
public abstract record Animal([property: JsonPropertyName("the-id"), Range(1, 10)] int Id = 3)
{
    [JsonInclude, JsonPropertyOrder(-1)] internal string? Secret { get; private init; } = $"{nameof(Animal)}{1 + 2}";
}

public sealed record Cat<T>(int Id, T? Value, params T[] More) : Animal(Id) where T : struct, IComparable<T>;
public sealed record Dog(int Id, [property: JsonConverter(typeof(JsonStringEnumConverter<Mood>))] Mood Mood) : Animal(Id);

[Flags]
public enum Mood : ushort { [JsonStringEnumMemberName("calm")] Calm = 1, Wild = Calm << 1 }

public readonly record struct Point<T>(T X, T Y) where T : unmanaged;
public ref struct Span2 { public Span<int> Items; }

public partial class Shelf<T> where T : Animal, new()
{
    [Endpoint("/shelf")]
    public partial class Inner { public JSONResponse<T> Get() => null!; }
}

public static partial class Outer
{
    /// <summary>Half a <see cref="Animal"/.</summary>
    /// <returns>All <b>of it</returns>
    /// <response code="404">None.</response>
    [Endpoint("/records/{id:int}/{*rest}", MapManually = false), Tags(["a", "b"])]
    internal sealed partial record Records(IServiceProvider Services)
    {
        public async Task<Results<JSONResponse<Animal>, NotFound, Ok<Point<double>>>> GetAsync(int id, string? rest, [FromQuery(Name = "q")] int?[] many, CancellationToken token = default)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), token).ConfigureAwait(false);
            return many is [_, .. var others] && others.Length > 0 ? new JSONResponse<Animal>(new Dog(id, Mood.Calm)) { StatusCode = 201 } : TypedResults.NotFound();
        }

        [ProducesResponseType<string>(409, Description = "Taken"), EndpointSummary("x")]
        public static JSONResponse<Dictionary<string, Point<int>?[]>> Put(int id, string rest, [FromBody] Dog dog, [FromHeader] Mood mood = Mood.Wild) => new([]);
    }
}

[Endpoint("/struct")]
public partial record struct Struct(int X) { public SSEResponse Get() => null!; }

[Endpoint("/local")]
file partial class Local { public SSEResponse Get() => null!; }
