using System.Globalization;

namespace Notifications.Load;

/// <summary>
/// Many clients on one feed over loopback: <c>[clients] [events a second] [seconds]</c>. Each way to write the feed gets a server process of
/// its own; the program fails where a client lacks an event or has one out of order.
/// </summary>
internal static class LoadProgram
{
    private static readonly (string Name, string Path)[] Feeds =
    [
        ("Jero", "/notifications"),
        ("TypedResults.ServerSentEvents", FrameworkFeed.Path),
    ];

    public static async Task<int> Main(string[] args)
    {
        if (args is ["serve", var folder])
        {
            await LoadServer.RunAsync(folder);
            return 0;
        }

        var clients = Argument(args, 0, 2000);
        var rate = Argument(args, 1, 100);
        var seconds = Argument(args, 2, 20);
        Console.WriteLine($"{clients} clients, {rate} events a second for {seconds} s, {Environment.ProcessorCount} cores, {DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC");
        var complete = true;
        foreach (var (name, path) in Feeds)
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(4));
            var result = await LoadRun.RunAsync(path, clients, rate, seconds, limit.Token);
            Console.WriteLine(result.Describe(name));
            complete &= result.IsComplete;
        }

        return complete ? 0 : 1;
    }

    private static int Argument(string[] args, int index, int otherwise) =>
        args.Length > index ? int.Parse(args[index], CultureInfo.InvariantCulture) : otherwise;
}
