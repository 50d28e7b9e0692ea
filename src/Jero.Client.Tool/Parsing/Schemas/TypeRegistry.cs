using Jero.Client.Tool.Model;

namespace Jero.Client.Tool.Parsing.Schemas;

/// <summary>The types that the client declares, each under a name of its own.</summary>
internal sealed class TypeRegistry
{
    private readonly Dictionary<string, TypeDefinition> _types = [];
    private readonly HashSet<string> _names;

    /// <param name="reserved">Names that the client needs for itself.</param>
    public TypeRegistry(IEnumerable<string> reserved) => _names = [.. reserved];

    public IEnumerable<TypeDefinition> All => _types.Values;

    public TypeDefinition? Find(string name) => _types.GetValueOrDefault(name);

    public string NewName(string text) => Names.Unique(Names.Pascal(text), _names);

    public void Set(TypeDefinition type) => _types[type.Name] = type;
}
