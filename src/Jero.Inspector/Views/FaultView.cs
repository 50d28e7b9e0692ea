namespace Jero.Inspector.Views;

/// <summary>What a source threw.</summary>
/// <param name="Type">The type of the exception.</param>
/// <param name="Message">Its message.</param>
internal sealed record FaultView(string Type, string Message);
