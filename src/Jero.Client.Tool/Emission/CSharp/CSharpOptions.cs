namespace Jero.Client.Tool.Emission.CSharp;

/// <summary>Names a client in C#.</summary>
/// <param name="Namespace">The namespace of all its types.</param>
/// <param name="Class">The class of the client.</param>
/// <param name="Source">The name of the document's file, for the head of the file.</param>
internal sealed record CSharpOptions(string Namespace, string Class, string Source);
