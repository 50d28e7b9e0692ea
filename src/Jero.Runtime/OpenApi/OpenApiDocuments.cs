using System.Text;
using Microsoft.Extensions.ApiDescriptions;

namespace Jero.OpenApi;

/// <summary>Lists the documents that an app has mapped, for the tool that writes them to files at build.</summary>
internal sealed class OpenApiDocuments(IServiceProvider services) : IDocumentProvider
{
    private const string FirstName = "v1";

    private readonly Dictionary<string, OpenApiDocument> _documents = new(StringComparer.Ordinal);

    /// <summary>Adds a document when it is mapped.</summary>
    /// <param name="document">The document.</param>
    /// <param name="name">Its name; null derives one from the route.</param>
    /// <param name="pattern">Its route.</param>
    /// <exception cref="InvalidOperationException">Another document has the same name.</exception>
    public void Add(OpenApiDocument document, string? name, string pattern)
    {
        name ??= _documents.ContainsKey(FirstName) ? NameOf(pattern) : FirstName;
        if (!_documents.TryAdd(name, document))
        {
            throw new InvalidOperationException(
                $"Two OpenAPI documents are named '{name}'. Give the one at '{pattern}' another name by {nameof(JeroOpenApiOptions)}.{nameof(JeroOpenApiOptions.DocumentName)}.");
        }
    }

    public IEnumerable<string> GetDocumentNames() => _documents.Keys;

    public Task GenerateAsync(string documentName, TextWriter writer) =>
        writer.WriteAsync(Encoding.UTF8.GetString(_documents[documentName].Compose(services)));

    // "/internal/openapi.json" is "internal-openapi".
    private static string NameOf(string pattern)
    {
        var name = pattern.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? pattern[..^".json".Length] : pattern;
        return string.Join('-', name.Split(name.Where(static character => !char.IsAsciiLetterOrDigit(character)).ToArray(), StringSplitOptions.RemoveEmptyEntries));
    }
}
