namespace Jero.Client.Tool.Emission.CSharp;

/// <summary>Prints the names of framework types: short, with a using, unless a type of the client has the same name.</summary>
/// <param name="hidden">The short names that would mean something else.</param>
internal sealed class FrameworkNames(IEnumerable<string> hidden)
{
    private readonly HashSet<string> _hidden = [.. hidden];
    private readonly SortedSet<string> _namespaces = new(StringComparer.Ordinal);

    /// <summary>The usings of the names that were asked for, with System first.</summary>
    public IEnumerable<string> Usings => _namespaces.OrderBy(static name => name.StartsWith("System", StringComparison.Ordinal) ? 0 : 1).Select(static name => $"using {name};");

    /// <summary>The name of a type.</summary>
    /// <param name="name">With its namespace.</param>
    public string this[string name]
    {
        get
        {
            var dot = name.LastIndexOf('.');
            var shortName = name[(dot + 1)..];
            // An attribute is also looked up with its suffix.
            if (_hidden.Contains(shortName) || _hidden.Contains($"{shortName}Attribute"))
            {
                return $"global::{name}";
            }

            _namespaces.Add(name[..dot]);
            return shortName;
        }
    }

    /// <summary>Makes the extension methods of a namespace known.</summary>
    public void Use(string name) => _namespaces.Add(name);
}
