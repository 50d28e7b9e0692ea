using System.Text.Json;

namespace Jero.Json.Metadata;

/// <summary>
/// Thrown when a body is JSON that System.Text.Json would accept but that does not fit the types. The path of the exception is that of the
/// value being read.
/// </summary>
/// <param name="place">The path from there to the fault, such as <c>[2]</c>. It is empty if the value itself is at fault.</param>
/// <param name="reason">The fault, such as <c>may not be null</c>.</param>
internal sealed class MisfitException(string place, string reason) : JsonException($"A value {reason}.")
{
    public string Place => place;

    public string Reason => reason;
}
