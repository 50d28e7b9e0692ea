namespace Jero.Topics.Reading;

/// <summary>What a subscriber finds when it looks.</summary>
internal enum Step
{
    /// <summary>An entry.</summary>
    Entry,

    /// <summary>Something of the subscriber's own, such as the gap event.</summary>
    Notice,

    /// <summary>Nothing to send, and there may be more.</summary>
    Nothing,

    /// <summary>Nothing yet.</summary>
    Wait,

    /// <summary>The rest has to be waited for: a snapshot, or what only the store has.</summary>
    Prelude,

    /// <summary>The stream ends.</summary>
    End,
}
