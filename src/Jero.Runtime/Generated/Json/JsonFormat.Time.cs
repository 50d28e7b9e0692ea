using System.Globalization;
using Jero.Json.Writing;

namespace Jero.Generated;

public static partial class JsonFormat
{
    /// <summary>Appends ISO 8601 as a string literal, with an offset if the kind has one, without trailing zeros of the fraction.</summary>
    public static void Write(BatchBuffer buffer, DateTime value)
    {
        if (value.Kind == DateTimeKind.Local)
        {
            WriteLocal(buffer, value);
        }
        else
        {
            buffer.Count(IsoTime.Write(buffer.Reserve(IsoTime.MaxLength), value));
        }
    }

    /// <summary>Appends ISO 8601 with its offset as a string literal, without trailing zeros of the fraction.</summary>
    public static void Write(BatchBuffer buffer, DateTimeOffset value) =>
        buffer.Count(IsoTime.Write(buffer.Reserve(IsoTime.MaxLength), value));

    /// <summary>Appends <c>"yyyy-MM-dd"</c>.</summary>
    public static void Write(BatchBuffer buffer, DateOnly value) =>
        buffer.Count(IsoTime.Write(buffer.Reserve(IsoTime.MaxLengthOfDate), value));

    /// <summary>Appends <c>"HH:mm:ss"</c>, followed by seven digits if there is a fraction of a second.</summary>
    public static void Write(BatchBuffer buffer, TimeOnly value) => Write(buffer, value.ToTimeSpan());

    /// <summary>Appends <c>"[-][d.]HH:mm:ss[.fffffff]"</c>.</summary>
    public static void Write(BatchBuffer buffer, TimeSpan value) =>
        buffer.Count(IsoTime.Write(buffer.Reserve(IsoTime.MaxLengthOfDuration), value));

    // Only .NET knows the offset that the machine's time zone has at that time.
    private static void WriteLocal(BatchBuffer buffer, DateTime value)
    {
        const int MaxLength = 33;
        var target = OpenQuoted(buffer, MaxLength);
        if (!value.TryFormat(target[1..], out var written, "O", CultureInfo.InvariantCulture))
        {
            ThrowTooLong<DateTime>();
        }

        CloseQuoted(buffer, target, TrimFraction(target.Slice(1, written)));
    }

    /// <summary>
    /// Removes the trailing zeros of the fraction from <c>yyyy-MM-ddTHH:mm:ss.fffffff</c>, closes the gap, and returns the new length.
    /// </summary>
    private static int TrimFraction(Span<byte> roundTrip)
    {
        const int Point = 19;
        const int Zone = Point + 8;

        var end = Zone;
        while (roundTrip[end - 1] == '0')
        {
            end--;
        }

        if (end == Point + 1)
        {
            end = Point;
        }

        roundTrip[Zone..].CopyTo(roundTrip[end..]);
        return end + roundTrip.Length - Zone;
    }
}
