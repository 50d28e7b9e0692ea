namespace Jero.Streaming;

/// <summary>Has the names of the reasons in metrics and traces.</summary>
internal static class StopReasonNames
{
    public static string Of(StopReason reason) => reason switch
    {
        StopReason.Completed => "completed",
        StopReason.ClientGone => "client_gone",
        StopReason.ServerStopping => "server_stopping",
        StopReason.MaximumDuration => "maximum_duration",
        StopReason.SendTimeout => "send_timeout",
        StopReason.SourceFaulted => "source_faulted",
        StopReason.Stopped => "stopped",
        _ => "none",
    };
}
