namespace Jero.Inspector.Views;

/// <summary>A parameter or a header.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value; null where it is not shown.</param>
internal readonly record struct NamedValue(string Name, string? Value);
