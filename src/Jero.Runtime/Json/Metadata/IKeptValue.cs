namespace Jero.Json.Metadata;

/// <summary>A value of a body that is looked into when it is used. An interface, so that apps whose bodies have none do without the looking.</summary>
internal interface IKeptValue
{
    /// <summary>What is wrong with it, in words for the client; null for nothing.</summary>
    string? FindFault();
}
