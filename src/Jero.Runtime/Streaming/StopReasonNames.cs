namespace Jero.Streaming;

/// <summary>The reasons as metrics and traces have them.</summary>
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
