namespace Jero.Sources;

/// <summary>Has one sentence for each mistake of a lifecycle, for the log, the exception and a test that reads it.</summary>
internal static class LifecycleMistake
{
    public const string NoStream = "the lifecycle yielded no stream; it must reach exactly one yield return";

    public const string SecondStream = "the lifecycle yielded a second stream; it must reach exactly one yield return";
}
