namespace Jero.Client.Tool.Model;

/// <summary>What a document says, in the words of no language.</summary>
internal sealed record Api
{
    public required string Title { get; init; }

    public string? Description { get; init; }

    /// <summary>The address of the first server; null if the document names none that is absolute.</summary>
    public string? Server { get; init; }

    public required IReadOnlyList<Operation> Operations { get; init; }

    /// <summary>What the operations reach, in the order of the names.</summary>
    public required IReadOnlyList<TypeDefinition> Types { get; init; }

    /// <summary>Types that are there already, by the name of the component.</summary>
    public required IReadOnlyDictionary<string, string> Existing { get; init; }
}
