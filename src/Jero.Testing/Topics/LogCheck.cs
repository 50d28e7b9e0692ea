namespace Jero.Testing.Topics;

/// <summary>Describes one check of a store.</summary>
/// <param name="RunAsync">Throws if the store does something else.</param>
/// <param name="RetainCount">How many records its log keeps.</param>
internal sealed record LogCheck(Func<CheckedLog, Task> RunAsync, int RetainCount = 10_000);
