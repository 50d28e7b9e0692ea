namespace Jero.Client.Tool.Emission.TypeScript;

/// <summary>What a client in TypeScript is called.</summary>
/// <param name="Name">Of its interface; <c>create</c> and this is the function that makes one.</param>
/// <param name="Source">The name of the document's file, for the head of the file.</param>
internal sealed record TypeScriptOptions(string Name, string Source);
