using Jero.Generated;

namespace Jero.Tests.Json;

public sealed class ScalarTests
{
    private static readonly DateTimeKind[] Kinds = [DateTimeKind.Unspecified, DateTimeKind.Utc, DateTimeKind.Local];

    private static readonly long[] Fractions =
        [0, 1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 9_000_000, 9_999_999, 1_234_560, 1_000_001, 500_000];

    [Fact]
    public void Each_day_of_four_years_and_each_minute_of_a_day_matches()
    {
        var days = Enumerable.Range(0, 4 * 366).Select(day => new DateTime(2023, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(day)).ToList();
        Oracle.Matches<DateTime, BuiltInWriter>(days);
        Oracle.Matches<DateOnly, BuiltInWriter>(days.Select(DateOnly.FromDateTime));
        Oracle.Matches<DateTime, BuiltInWriter>(Enumerable.Range(0, 24 * 60).Select(minute => new DateTime(1, 1, 1).AddSeconds(minute * 60 + minute % 60)));
        Oracle.Matches<TimeSpan, BuiltInWriter>(Enumerable.Range(0, 24).Select(power => new TimeSpan((long)Math.Pow(7, power) + power)));
    }

    [Fact]
    public void Booleans_match()
    {
        Oracle.Matches<bool, BuiltInWriter>(true, false);
        Oracle.Matches<bool?, NullableWriter<bool, BuiltInWriter>>(true, false, null);
        Oracle.Matches<char?, NullableWriter<char, BuiltInWriter>>('"', null);
    }

    [Fact]
    public void Dates_with_times_match_for_every_kind_and_fraction()
    {
        Oracle.Matches<DateTime, BuiltInWriter>(
            from kind in Kinds
            from start in new[] { DateTime.MinValue, new DateTime(2024, 2, 29, 23, 59, 59), new DateTime(9999, 12, 31, 23, 59, 59) }
            from fraction in Fractions
            select DateTime.SpecifyKind(start.AddTicks(fraction), kind));
        Oracle.Matches<DateTime?, NullableWriter<DateTime, BuiltInWriter>>(null, DateTime.MaxValue, DateTime.UnixEpoch);
    }

    [Fact]
    public void Dates_with_offsets_match_for_every_fraction()
    {
        Oracle.Matches<DateTimeOffset, BuiltInWriter>(
            from minutes in new[] { 0, 60, -60, 330, -570, 14 * 60, -14 * 60, 1 }
            from fraction in Fractions
            select new DateTimeOffset(new DateTime(2026, 1, 2, 3, 4, 5), TimeSpan.FromMinutes(minutes)).AddTicks(fraction));
        Oracle.Matches<DateTimeOffset?, NullableWriter<DateTimeOffset, BuiltInWriter>>(null, DateTimeOffset.MinValue, DateTimeOffset.MaxValue);
    }

    [Fact]
    public void Days_and_times_of_day_match()
    {
        Oracle.Matches<DateOnly, BuiltInWriter>(DateOnly.MinValue, DateOnly.MaxValue, new DateOnly(2024, 2, 29));
        Oracle.Matches<DateOnly?, NullableWriter<DateOnly, BuiltInWriter>>(null, DateOnly.MaxValue);
        Oracle.Matches<TimeOnly, BuiltInWriter>(Fractions.Select(fraction => new TimeOnly(13, 1, 2).Add(TimeSpan.FromTicks(fraction))));
        Oracle.Matches<TimeOnly?, NullableWriter<TimeOnly, BuiltInWriter>>(null, TimeOnly.MinValue, TimeOnly.MaxValue);
    }

    [Fact]
    public void Time_spans_match()
    {
        Oracle.Matches<TimeSpan, BuiltInWriter>(
            from fraction in Fractions
            from ticks in new[] { fraction, -fraction, 12 * TimeSpan.TicksPerDay + fraction }
            select TimeSpan.FromTicks(ticks));
        Oracle.Matches<TimeSpan?, NullableWriter<TimeSpan, BuiltInWriter>>(null, TimeSpan.MinValue, TimeSpan.MaxValue, TimeSpan.Zero);
    }

    [Fact]
    public void Guids_match()
    {
        Oracle.Matches<Guid, BuiltInWriter>(Guid.Empty, Guid.AllBitsSet, new Guid("0123abcd-4567-89ab-cdef-0123456789ab"));
        Oracle.Matches<Guid?, NullableWriter<Guid, BuiltInWriter>>(null, Guid.AllBitsSet);
    }

    [Fact]
    public void Uris_and_versions_match()
    {
        Oracle.Matches<Uri?, BuiltInWriter>(null, new Uri("http://example.org/ü?a=\"b\"&c=😀"), new Uri("../relative", UriKind.Relative));
        Oracle.Matches<Version?, BuiltInWriter>(
            null, new Version(1, 2), new Version(1, 2, 3), new Version(int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue));
    }

    [Fact]
    public void Bytes_match_in_base64()
    {
        var bytes = Enumerable.Range(0, 256).Select(value => (byte)value).ToArray();
        Oracle.Matches<byte[]?, BuiltInWriter>(Enumerable.Range(0, 257).Select(length => bytes[..length]));
        Oracle.Matches<byte[]?, BuiltInWriter>(null, new byte[100_000]);
        Oracle.Matches<Memory<byte>, BuiltInWriter>(Memory<byte>.Empty, bytes.AsMemory(3, 70));
        Oracle.Matches<Memory<byte>?, NullableWriter<Memory<byte>, BuiltInWriter>>(null, bytes.AsMemory(250));
        Oracle.Matches<ReadOnlyMemory<byte>, BuiltInWriter>(default, bytes.AsMemory(3, 71));
        Oracle.Matches<ReadOnlyMemory<byte>?, NullableWriter<ReadOnlyMemory<byte>, BuiltInWriter>>(null, bytes.AsMemory(251));
    }
}
