namespace Jero.Client.Tool.Emission.CSharp;

/// <summary>What a client in C# is called.</summary>
/// <param name="Namespace">Of all its types.</param>
/// <param name="Class">The client.</param>
/// <param name="Source">The name of the document's file, for the head of the file.</param>
internal sealed record CSharpOptions(string Namespace, string Class, string Source);
