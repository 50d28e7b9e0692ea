using Jero.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing;

/// <summary>Reads what the assembly as a whole says.</summary>
internal static class AssemblyParser
{
    /// <summary>The map method: <c>MapJero</c>, or the public one that <c>[assembly: JeroEndpoints("MapCatalog")]</c> names.</summary>
    public static MapMethod MapMethod(Compilation compilation, CancellationToken cancellationToken) =>
        compilation.Assembly.Attribute("Jero", "JeroEndpointsAttribute") is { ConstructorArguments: [{ Value: string name }] }
            ? new MapMethod(SymbolNames.Escaped(name), name + "Extensions", IsPublic: true)
            : new MapMethod("MapJero", "MapJeroExtensions", IsPublic: false);
}
