using Jero;

namespace Corpus;

public sealed record Moments(DateTime Moment, DateTime? Maybe);

public sealed record OffsetMoments(DateTimeOffset Moment, DateTimeOffset? Maybe);

public sealed record Days(DateOnly Day, DateOnly? Maybe);

public sealed record Clocks(TimeOnly Time, TimeOnly? Maybe);

public sealed record Durations(TimeSpan Duration, TimeSpan? Maybe);

internal static class PartsOfASecond
{
    /// <summary>Ticks whose last digits are cut at every place.</summary>
    public static readonly long[] Ticks = [0, 1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 1_234_567, 9_999_999, 1_200_000, 1_230_000];
}

[Endpoint("/corpus/time/date-times")]
public sealed partial class MomentsCase : CorpusCase<Moments>
{
    protected override IEnumerable<Moments> Values =>
    [
        new(default, null),
        .. from kind in new[] { DateTimeKind.Unspecified, DateTimeKind.Utc, DateTimeKind.Local }
           from fraction in PartsOfASecond.Ticks
           let moment = new DateTime(2026, 12, 31, 23, 59, 58, kind).AddTicks(fraction)
           select new Moments(moment, moment),
        new(DateTime.MinValue, DateTime.MaxValue),
        new(DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc), DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc)),
        new(new DateTime(2024, 2, 29), DateTime.UnixEpoch),
    ];

    public NDJSONStreamingResponse<Moments> Get() => Stream();
}

[Endpoint("/corpus/time/offsets")]
public sealed partial class OffsetMomentsCase : CorpusCase<OffsetMoments>
{
    protected override IEnumerable<OffsetMoments> Values =>
    [
        new(default, null),
        .. from minutes in new[] { 0, 1, -1, 59, 60, -60, 330, -210, 14 * 60, -14 * 60 }
           from fraction in PartsOfASecond.Ticks
           let moment = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromMinutes(minutes)).AddTicks(fraction)
           select new OffsetMoments(moment, moment),
        new(DateTimeOffset.MinValue, DateTimeOffset.MaxValue),
    ];

    public NDJSONStreamingResponse<OffsetMoments> Get() => Stream();
}

[Endpoint("/corpus/time/days")]
public sealed partial class DaysCase : CorpusCase<Days>
{
    protected override IEnumerable<Days> Values =>
        [new(default, null), new(DateOnly.MinValue, DateOnly.MaxValue), new(new(2024, 2, 29), new(987, 6, 5))];

    public NDJSONStreamingResponse<Days> Get() => Stream();
}

[Endpoint("/corpus/time/clocks")]
public sealed partial class ClocksCase : CorpusCase<Clocks>
{
    protected override IEnumerable<Clocks> Values =>
    [
        new(default, null),
        new(TimeOnly.MinValue, TimeOnly.MaxValue),
        .. PartsOfASecond.Ticks.Select(fraction => new Clocks(new TimeOnly(13, 0, 9).Add(new TimeSpan(fraction)), new TimeOnly(fraction))),
    ];

    public NDJSONStreamingResponse<Clocks> Get() => Stream();
}

[Endpoint("/corpus/time/durations")]
public sealed partial class DurationsCase : CorpusCase<Durations>
{
    protected override IEnumerable<Durations> Values =>
    [
        new(default, null),
        new(TimeSpan.MinValue, TimeSpan.MaxValue),
        new(TimeSpan.FromDays(1), -TimeSpan.FromDays(1)),
        new(TimeSpan.FromHours(23.5), TimeSpan.FromTicks(-1)),
        .. PartsOfASecond.Ticks.Select(fraction => new Durations(TimeSpan.FromTicks(fraction), -TimeSpan.FromTicks(fraction) - TimeSpan.FromDays(12345))),
    ];

    public NDJSONStreamingResponse<Durations> Get() => Stream();
}
