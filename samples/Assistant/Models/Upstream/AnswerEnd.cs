using OpenAI.Chat;

namespace Assistant.Models.Upstream;

/// <summary>Gathers from the updates of an answer how it has ended: the reason comes before the usage, in an update of its own.</summary>
internal sealed class AnswerEnd(string model)
{
    private string _model = model;
    private FinishReason? _reason;
    private Usage? _usage;

    /// <summary>The last chunk; null as long as the model has not said why it stops.</summary>
    public Done? Done => _reason is { } reason ? new(_model, reason, _usage) : null;

    /// <summary>The words of an update, or null where it has none.</summary>
    public Delta? Read(StreamingChatCompletionUpdate update)
    {
        if (update.Model is { Length: > 0 } name) _model = name;
        if (update.FinishReason is { } reason) _reason = Translate(reason);
        if (update.Usage is { } usage) _usage = new(usage.InputTokenCount, usage.OutputTokenCount);

        // A refusal is what the model has to say instead.
        var text = string.Concat(update.ContentUpdate.Select(part => part.Text ?? part.Refusal)) + update.RefusalUpdate;
        return text.Length > 0 ? new(text) : null;
    }

    private static FinishReason Translate(ChatFinishReason reason) => reason switch
    {
        ChatFinishReason.Stop => FinishReason.Stop,
        ChatFinishReason.Length => FinishReason.Length,
        ChatFinishReason.ContentFilter => FinishReason.ContentFilter,
        _ => FinishReason.Other,
    };
}
