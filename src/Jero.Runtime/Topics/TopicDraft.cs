namespace Jero.Topics;

/// <summary>What is about to be published, but for its JSON.</summary>
internal readonly record struct TopicDraft(TopicRecordKind Kind, string? Subject, string? EventName, string? IdempotencyKey = null);
