using System.Net;
using Jero.Client;

namespace Follow;

/// <summary>Prints what one user may read, over lost connections, restarts of the server and sign-ins that expire.</summary>
internal sealed class Follower(NotificationsClient client, string user, Position position, TextWriter output, TextWriter log)
{
    // The server sends a comment every 15 s. Who has missed two and a half of them has lost the connection without being told.
    private static readonly EventStreamOptions Options = new() { SilenceLimit = TimeSpan.FromSeconds(37.5) };

    private bool _isLost;

    /// <summary>Follows until it is cancelled.</summary>
    /// <exception cref="ApiException">The server refuses the user.</exception>
    /// <exception cref="HttpRequestException">The server is not there yet.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await client.PostSessionAsync(new SignIn { User = user }, cancellationToken);
            var isWelcome = false;
            try
            {
                var events = client.GetNotifications(lastEventId: position.Read(), options: Options);
                events.StateChanged += Tell;
                await foreach (var one in events.WithCancellation(cancellationToken))
                {
                    isWelcome = true;
                    Print(one.Data);
                    position.Write(one.Id);
                }

                return;
            }
            catch (ApiException refusal) when (refusal.StatusCode == HttpStatusCode.Unauthorized && isWelcome)
            {
                log.WriteLine("The sign-in is over; once more.");
            }
        }
    }

    private void Print(GetNotificationsEvent one)
    {
        switch (one)
        {
            case GetNotificationsEvent.Welcome(var session):
                log.WriteLine($"{session.User} follows {string.Join(", ", session.Topics)}.");
                break;
            case GetNotificationsEvent.Gap(var gap):
                log.WriteLine($"{(gap.Missed is { } count ? $"{count}" : "Some")} notifications are missing: they are not kept any more.");
                break;
            case GetNotificationsEvent.Other(_, var notification):
                output.WriteLine(Line.Of(notification));
                break;
        }
    }

    // Once, however many attempts it takes.
    private void Tell(StreamState state)
    {
        if (state == StreamState.Waiting && !_isLost)
        {
            log.WriteLine("The connection is lost.");
        }

        _isLost = state == StreamState.Waiting || (_isLost && state != StreamState.Open);
    }
}
