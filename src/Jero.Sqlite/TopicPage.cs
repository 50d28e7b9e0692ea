namespace Jero.Sqlite;

/// <summary>Holds some rows of a topic.</summary>
/// <param name="Records">The rows that are records.</param>
/// <param name="Last">The position of the last row, whether it is a record or not; where the reading began if there was no row.</param>
/// <param name="IsEmpty">Whether there was no row.</param>
/// <param name="HasMissed">Whether rows before them are no longer kept.</param>
internal sealed record TopicPage(List<TopicRecord> Records, TopicPosition Last, bool IsEmpty, bool HasMissed);
