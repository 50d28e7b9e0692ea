using System.Text.Json.Serialization;

namespace Assistant;

/// <summary>A piece of an answer. An answer is any number of deltas and then either one that says it is done or one error.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Delta), "delta")]
[JsonDerivedType(typeof(Done), "done")]
[JsonDerivedType(typeof(Failure), "error")]
public abstract record Chunk;

/// <summary>The next words of the answer.</summary>
/// <param name="Text">To be appended as it is; may be any part of a word.</param>
public sealed record Delta(string Text) : Chunk;

/// <summary>The answer is whole.</summary>
/// <param name="Model">Which model has answered.</param>
/// <param name="FinishReason">Why it has stopped.</param>
/// <param name="Usage">What it took, where the model says so.</param>
public sealed record Done(string Model, FinishReason FinishReason, Usage? Usage) : Chunk;

/// <summary>The model has failed in the middle of the answer, of which no more will come.</summary>
/// <param name="Message">What has gone wrong.</param>
public sealed record Failure(string Message) : Chunk;

/// <summary>What an answer took.</summary>
/// <param name="InputTokens">Tokens of the question and of what the model was told beforehand.</param>
/// <param name="OutputTokens">Tokens of the answer.</param>
public sealed record Usage(int InputTokens, int OutputTokens);

/// <summary>Why a model stops.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FinishReason>))]
public enum FinishReason
{
    /// <summary>It has said what it had to say.</summary>
    [JsonStringEnumMemberName("stop")]
    Stop,

    /// <summary>It has reached the length that it is allowed.</summary>
    [JsonStringEnumMemberName("length")]
    Length,

    /// <summary>A filter has stopped it.</summary>
    [JsonStringEnumMemberName("content_filter")]
    ContentFilter,

    /// <summary>Something else.</summary>
    [JsonStringEnumMemberName("other")]
    Other,
}
