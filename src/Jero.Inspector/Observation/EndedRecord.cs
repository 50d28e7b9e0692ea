using Jero.Inspector.Views;
using Jero.Testing.Tracking;

namespace Jero.Inspector.Observation;

/// <summary>Keeps a stream that ended. Its view is created when somebody looks.</summary>
internal sealed record EndedRecord(ObservedStream Stream, StopReason Reason, FaultView? Fault, DateTimeOffset EndedAt, TimeSpan Duration)
{
    public EndedStream ToView() => new()
    {
        Id = Stream.Info.Id,
        Method = Stream.Info.Method,
        Route = Stream.Info.Route,
        User = Stream.User,
        Remote = Stream.Remote,
        Reason = Reason.ToString(),
        EndedAt = EndedAt,
        Duration = Duration.TotalSeconds,
        Items = Stream.Items,
        Bytes = Stream.Bytes,
        Fault = Fault,
        Source = SourceName.Of(Stream.Info.SourceType),
        Away = Stream.IsReleased ? null : Stream.Activity,
        AwaySince = Stream.IsReleased ? null : Stream.ActivityBegan,
    };
}
