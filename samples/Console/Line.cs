using System.Diagnostics;

namespace Follow;

/// <summary>A notification as one line.</summary>
internal static class Line
{
    public static string Of(Notification notification) => Plain(
        $"{notification.At:yyyy-MM-dd HH:mm:ss} {notification.Topic} {notification.From}: {Text(notification.Content)}");

    private static string Text(NotificationContent content) => content switch
    {
        NotificationContentMessage message => message.Text,
        NotificationContentProgress progress => $"{progress.Job} {progress.Percent} %",
        NotificationContentAlert alert => $"{alert.Severity}! {alert.Text}",
        _ => throw new UnreachableException(),
    };

    // Others have written it: a control character would be a command to the terminal.
    private static string Plain(string text) => string.Concat(text.Select(static letter => char.IsControl(letter) ? ' ' : letter));
}
