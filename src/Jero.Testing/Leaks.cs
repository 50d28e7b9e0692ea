using Jero.Testing.Tracking;

namespace Jero.Testing;

/// <summary>Describes what an app leaves behind.</summary>
internal static class Leaks
{
    private const string Warning =
        "(Disposing the app threw this. If the test had already failed, its own failure is not shown.)";

    public static void ThrowIfAny(IReadOnlyList<string> streams, TrackedTime? time, TimeSpan limit)
    {
        if (streams.Count > 0)
        {
            throw new StreamTestException(string.Join('\n', streams
                .Prepend($"{Streams(streams.Count)} still open {Messages.Duration(limit)} after the test:")
                .Append("Does the source observe its cancellation token, and does its teardown come to an end?")
                .Append(Warning)));
        }

        string[] timers =
        [
            .. (time?.Armed ?? [])
                .Select(static timer => timer.Owner)
                .OfType<ServerStream>()
                .Where(static owner => owner.IsStream)
                .Select(static owner => $"  {owner.Method} {owner.Route}{Of(owner)}"),
        ];
        if (timers.Length > 0)
        {
            throw new StreamTestException(string.Join('\n', timers
                .Prepend($"{Timers(timers.Length)} still armed after the app has stopped, made by:")
                .Append("Is an enumerator or a PeriodicTimer not disposed, or a delay not cancelled?")
                .Append(Warning)));
        }
    }

    private static string Streams(int count) => count == 1 ? "A stream is" : $"{count} streams are";

    private static string Timers(int count) => count == 1 ? "A timer is" : $"{count} timers are";

    private static string Of(ServerStream owner) => owner.Source is { } source ? $" ({source})" : "";
}
