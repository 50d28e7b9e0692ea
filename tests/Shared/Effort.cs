namespace Shared;

/// <summary>
/// How often a test tries what it can try any number of times: all of them where nothing may be left out (CI=true), fewer at a desk, where
/// somebody waits.
/// </summary>
internal static class Effort
{
    public static T Of<T>(T all, T atDesk) => Environment.GetEnvironmentVariable("CI") == "true" ? all : atDesk;
}
