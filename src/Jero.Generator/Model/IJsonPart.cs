namespace Jero.Generator.Model;

/// <summary>What has a part in the JSON of the assembly: an endpoint class, or a topic.</summary>
internal interface IJsonPart
{
    /// <summary>Its generated file.</summary>
    string HintName { get; }

    /// <summary>Every object and enum that it reaches, ordered by name.</summary>
    EquatableArray<JsonDefinition> Definitions { get; }

    /// <summary>Every other type that serialization needs metadata of: built-in ones, collections and nullables, ordered by name.</summary>
    EquatableArray<JsonConstructed> Constructed { get; }

    /// <summary>The ids of experimental and obsolete symbols that all files which it has a part in name.</summary>
    EquatableArray<string> SuppressedOfAssembly { get; }

    /// <summary>Whether a value or a converter may ask for metadata of a type that is not among them.</summary>
    bool HasUnknown { get; }
}
