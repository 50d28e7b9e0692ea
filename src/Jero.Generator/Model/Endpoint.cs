namespace Jero.Generator.Model;

// The incremental pipeline caches every model between two edits. A model must therefore be immutable, compare by value, and hold no symbol,
// syntax or compilation, because one of those would keep a whole old compilation alive.
// https://github.com/dotnet/roslyn/blob/main/docs/features/incremental-generators.cookbook.md

/// <summary>One endpoint class and everything its generated half says.</summary>
internal sealed record Endpoint : IJsonPart
{
    /// <summary>The class's namespace, or null if it is in none.</summary>
    public required string? Namespace { get; init; }

    /// <summary>The declarations that enclose the generated members, outermost first: the class is the last.</summary>
    public required EquatableArray<PartialType> Declarations { get; init; }

    /// <summary>The class.</summary>
    public required TypeName TypeName { get; init; }

    /// <summary>The generated file: the full metadata name of the class.</summary>
    public required string HintName { get; init; }

    /// <summary>The route.</summary>
    public required Route Route { get; init; }

    /// <summary>Whether the map method of the assembly leaves the class out.</summary>
    public required bool MapsManually { get; init; }

    /// <summary>What the constructor asks for, in its order.</summary>
    public required EquatableArray<ValueSource> ConstructorArguments { get; init; }

    /// <summary>The user's own context that items are written by; null if Jero writes them.</summary>
    public required TypeName? JsonContext { get; init; }

    /// <summary>The generated member that leads to it.</summary>
    public required string? JsonContextMember { get; init; }

    public required Disposal Disposal { get; init; }

    /// <summary>The names of its events as far as they are constants, ordinal.</summary>
    public EquatableArray<string> EventNames { get; init; }

    /// <summary>The class's handlers, in declaration order.</summary>
    public required EquatableArray<Handler> Handlers { get; init; }

    /// <summary>Every type whose rules a handler's arguments are checked by, ordinal.</summary>
    public required EquatableArray<ValidatedType> ValidatedTypes { get; init; }

    /// <summary>Every object and enum that a handler's items or headers reach, ordered by name.</summary>
    public required EquatableArray<JsonDefinition> Definitions { get; init; }

    /// <summary>Every other type that serialization needs metadata of: built-in ones, collections and nullables, ordered by name.</summary>
    public required EquatableArray<JsonConstructed> Constructed { get; init; }

    /// <summary>The ids of experimental and obsolete symbols that its file names.</summary>
    public required EquatableArray<string> Suppressed { get; init; }

    /// <summary>The same of all files that it has a part in.</summary>
    public required EquatableArray<string> SuppressedOfAssembly { get; init; }

    /// <summary>Whether a value or a converter may ask for metadata of a type that is not among them.</summary>
    public required bool HasUnknown { get; init; }
}

/// <summary>A declaration of which generated code is another part.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its own name.</param>
internal sealed record PartialType(PartialKind Kind, string Name);

internal enum PartialKind
{
    Class,
    Struct,
    Interface,
    Record,
    RecordStruct,
}

/// <summary>How an instance of the class is disposed once the response has ended.</summary>
internal enum Disposal
{
    None,
    Synchronous,
    Asynchronous,
}
