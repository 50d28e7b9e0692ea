using System.Text.Json;

namespace Jero.Json.Metadata;

/// <summary>A body that is JSON and that System.Text.Json would take, but not what the types say. Its path is that of what is being read.</summary>
/// <param name="place">The way from there to the fault: <c>[2]</c>; empty where it is there itself.</param>
/// <param name="reason">What is said of the place: <c>may not be null</c>.</param>
internal sealed class MisfitException(string place, string reason) : JsonException($"A value {reason}.")
{
    public string Place => place;

    public string Reason => reason;
}
