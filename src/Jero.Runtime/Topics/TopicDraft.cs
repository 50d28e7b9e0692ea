namespace Jero.Topics;

/// <summary>Describes what is about to be published, without its JSON.</summary>
internal readonly record struct TopicDraft(TopicRecordKind Kind, string? Subject, string? EventName, string? IdempotencyKey = null);
