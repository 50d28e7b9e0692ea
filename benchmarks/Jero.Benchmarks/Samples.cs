using Items;

namespace Writers;

/// <summary>One of each.</summary>
internal static class Samples
{
    public static readonly Row Row = new(4711, "The Land Girls", null, 1998, 1071, true);

    public static readonly Movie Movie = new("The Land Girls", 1998, 6.1);

    public static readonly Wide Wide = new(
        4711, "Ada", "Lovelace", null, "12 St James's Square", "London", null, "United Kingdom", "+44 20 7946 0000", "left at the door",
        37, 1998, 123_456, 98_765_432, 6.1, 0.25, 1234.50m, true, false, null);

    public static readonly Order Order = new(
        4711, new("12 St James's Square", "London"), [new("Lamp", 2, 19.9), new("Table", 1, 149), new("Chair", 4, 49.95)]);

    public static readonly Remark Remark = new(4711, "He said \"no\" twice", @"C:\Users\ada\notes.txt", "first\nsecond\r\n\tthird", "Grüße aus Köln, 東京");

    public static readonly Article Article = new(4711, string.Concat(Enumerable.Repeat("The quick brown fox jumps over it. ", 58))[..2000]);

    public static readonly Booking Booking = new(
        4711, Status.Confirmed, new(2026, 11, 22), new(2026, 11, 22, 10, 30, 15, DateTimeKind.Utc), new(2026, 12, 1, 14, 0, 0, TimeSpan.FromHours(1)),
        new(3, 4, 30, 0), new("6f9619ff-8b86-d011-b42d-00cf4fc964ff"));

    public static readonly Article Cyrillic = new(4711, Repeat("Съешь же ещё этих мягких французских булок, да выпей чаю. "));

    public static readonly Article Chinese = new(4711, Repeat("人人生而自由，在尊严和权利上一律平等。他们赋有理性和良心，并应以兄弟关系的精神相对待。"));

    public static readonly Invoice Invoice = new(
        4711, Status.Confirmed, new(2026, 11, 22), new(2026, 11, 22, 10, 30, 15, DateTimeKind.Utc), new(2026, 12, 1, 14, 0, 0, TimeSpan.FromHours(1)),
        new("6f9619ff-8b86-d011-b42d-00cf4fc964ff"), 1234.50m);

    private static string Repeat(string text) => string.Concat(Enumerable.Repeat(text, 2000 / text.Length + 1))[..2000];
}
