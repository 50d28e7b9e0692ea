namespace Jero.Generator.Model;

/// <summary>What is generated once for each assembly: the map method and the resolver of JSON metadata.</summary>
internal sealed record AssemblyModel
{
    public required MapMethod MapMethod { get; init; }

    public required JsonOptions JsonOptions { get; init; }

    /// <summary>The endpoint classes that the map method maps, ordinal.</summary>
    public required EquatableArray<TypeName> Endpoints { get; init; }

    /// <summary>Objects and enums, ordinal by name.</summary>
    public required EquatableArray<JsonDefinitionName> Definitions { get; init; }

    /// <summary>Built-in types, collections and nullable values, ordinal by type.</summary>
    public required EquatableArray<JsonConstructed> Constructed { get; init; }

    /// <summary>The ids of experimental and obsolete symbols that its files name, ordinal.</summary>
    public required EquatableArray<string> Suppressed { get; init; }

    /// <summary>Whether the resolver must know every built-in type. Each costs a native binary about 16 KB.</summary>
    public required bool HasUnknown { get; init; }

    /// <summary>The types with a converter that only the running app can ask whether it accepts them, in ordinal order.</summary>
    public required EquatableArray<TypeName> Asked { get; init; }
}

/// <summary>Holds what the attributes and options of the assembly say.</summary>
/// <param name="MapMethod">The method that maps its endpoints.</param>
/// <param name="JsonOptions">Its JSON rules.</param>
/// <param name="HasLanguage">Whether its language version can compile generated code.</param>
internal sealed record AssemblySettings(MapMethod MapMethod, JsonOptions JsonOptions, bool HasLanguage);

/// <summary>A definition as the resolver refers to it.</summary>
internal sealed record JsonDefinitionName(string Name, TypeName TypeName);

/// <summary>The method that maps every endpoint of the assembly.</summary>
/// <param name="Name"><c>MapJero</c>, or what <c>[assembly: JeroEndpoints]</c> says.</param>
/// <param name="ClassName">The static class that holds it.</param>
/// <param name="IsPublic">Whether other assemblies call it.</param>
internal sealed record MapMethod(string Name, string ClassName, bool IsPublic);
