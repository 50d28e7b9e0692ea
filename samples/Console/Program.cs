using System.Runtime.InteropServices;
using System.Text.Json;
using Follow;

if (args is not [var address, var user, .. { Length: < 2 } rest] || !Uri.TryCreate(address, UriKind.Absolute, out var server))
{
    Console.Error.WriteLine("follow ADDRESS USER [FILE]: prints a user's notifications as they come. FILE keeps how far, for the next start.");
    return 2;
}

using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

// Keeps the cookie of the sign-in, as HttpClient does unless told otherwise.
using var http = new HttpClient { BaseAddress = server };
var position = new Position(rest is [var file] ? file : null);
var follower = new Follower(new NotificationsClient(http), user, position, Console.Out, Console.Error);
try
{
    await follower.RunAsync(stop.Token);
    return 0;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 0;
}
catch (Exception exception) when (exception is HttpRequestException or IOException or JsonException or InvalidDataException)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}

void Stop(PosixSignalContext context)
{
    context.Cancel = true;
    stop.Cancel();
}
