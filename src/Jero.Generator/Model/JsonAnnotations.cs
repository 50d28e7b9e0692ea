namespace Jero.Generator.Model;

/// <summary>What attributes and documentation say of a value beyond its shape: a member, a parameter or a whole type.</summary>
internal sealed record JsonAnnotations
{
    public static JsonAnnotations None { get; } = new();

    /// <summary>Plain text.</summary>
    public string? Description { get; init; }

    /// <summary>An example, as JSON.</summary>
    public string? Example { get; init; }

    public bool IsDeprecated { get; init; }

    /// <summary>Keywords of the schema, none of which its shape has as well.</summary>
    public EquatableArray<JsonKeyword> Keywords { get; init; }
}

/// <summary>A keyword of a schema.</summary>
/// <param name="Name">Such as <c>minimum</c>.</param>
/// <param name="Json">Its value as JSON.</param>
internal sealed record JsonKeyword(string Name, string Json);
