// The tool that writes documents at build finds the service by this full name.
#pragma warning disable IDE0130 // The namespace is the tool's.
namespace Microsoft.Extensions.ApiDescriptions;
#pragma warning restore IDE0130

/// <summary>Implements what the tool behind Microsoft.Extensions.ApiDescription.Server asks of an app.</summary>
internal interface IDocumentProvider
{
    /// <summary>Returns the name of every document.</summary>
    IEnumerable<string> GetDocumentNames();

    /// <summary>Writes one document.</summary>
    Task GenerateAsync(string documentName, TextWriter writer);
}
