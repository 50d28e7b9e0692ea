namespace Jero.Topics.Reading;

/// <summary>Specifies what a subscriber finds when it looks.</summary>
internal enum Step
{
    /// <summary>An entry.</summary>
    Entry,

    /// <summary>A notice for this subscriber, such as the gap event.</summary>
    Notice,

    /// <summary>Nothing to send now, but there may be more.</summary>
    Nothing,

    /// <summary>Nothing yet.</summary>
    Wait,

    /// <summary>The rest must be waited for: a snapshot, or what only the store has.</summary>
    Prelude,

    /// <summary>The stream ends.</summary>
    End,
}
