using System.Text.Json.Serialization;

namespace Movies;

/// <summary>What became of one film of an import.</summary>
/// <param name="Number">Its place among what was sent, from 1.</param>
/// <param name="Id">Number of the film; null where it was refused.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Fault">Why it was refused; null where it was not.</param>
public sealed record ImportResult(long Number, int? Id, ImportOutcome Outcome, string? Fault = null);

/// <summary>What became of a film.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ImportOutcome>))]
public enum ImportOutcome
{
    /// <summary>It is a new one.</summary>
    Added,

    /// <summary>It has taken the place of the film that had its id.</summary>
    Replaced,

    /// <summary>It is none, or has a mistake. What was behind it is not looked at.</summary>
    Refused,
}
