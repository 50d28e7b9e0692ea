namespace Jero.Json.Metadata;

/// <summary>
/// Represents a value of a body that System.Text.Json looks into only when it is used. It is an interface, so that an app whose bodies have
/// no such values does not contain the code that checks them.
/// </summary>
internal interface IKeptValue
{
    /// <summary>Returns what is wrong with the value, in words for the client; null if nothing is.</summary>
    string? FindFault();
}
