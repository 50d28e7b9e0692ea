namespace Jero.Sqlite;

/// <summary>Some rows of a topic.</summary>
/// <param name="Records">Those that are records.</param>
/// <param name="Last">The position of the last row, record or not; where the reading began when there was none.</param>
/// <param name="IsEmpty">Whether there was no row.</param>
/// <param name="HasMissed">Whether rows before them are not kept any more.</param>
internal sealed record TopicPage(List<TopicRecord> Records, TopicPosition Last, bool IsEmpty, bool HasMissed);
