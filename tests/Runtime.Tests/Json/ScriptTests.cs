using Jero.Generated;

namespace Jero.Tests.Json;

/// <summary>Text that is not ASCII is compared and transcoded in vectors, which begin and end anywhere.</summary>
public sealed class ScriptTests
{
    // One, two and three bytes a character, ranges without gaps and with many, and several ranges in turns.
    private static readonly string[] Texts =
    [
        "Съешь же ещё этих мягких французских булок, да выпей чаю. Ёлки: «палки» — и №5!",
        "人人生而自由，在尊严和权利上一律平等。他们赋有理性和良心，并应以兄弟关系的精神相对待。（第１条）、ABC",
        "すべての人間は、生まれながらにして自由であり、かつ、尊厳と権利とについて平等である。カタカナ",
        "সমস্ত মানুষ স্বাধীনভাবে সমান মর্যাদা এবং অধিকার নিয়ে জন্মগ্রহণ করে।",
        "모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다.",
        "यह हर व्यक्ति का जन्मसिद्ध अधिकार है, और वह स्वतंत्र है।",
        "Grüße aus Köln, à bientôt — žluťoučký kůň; Ελληνικά, עברית, العربية, ไทย, ქართული",
    ];

    private static readonly char[] Specials = ['"', '\\', '\n', '\u007F', '\0', '\u00A0', '\u2028', '\uD83D', '\uDE00', '\uE000', '\uFFFF', 'x', 'é', '千'];

    [Fact]
    public void Text_of_each_script_matches_at_every_length_and_start() =>
        Oracle.Matches<string?, BuiltInWriter>(
            from text in Texts
            let twice = text + text
            from start in Enumerable.Range(0, 20)
            from length in Enumerable.Range(0, twice.Length - start + 1)
            select twice.Substring(start, length));

    [Fact]
    public void What_needs_an_escape_is_found_at_every_place() =>
        Oracle.Matches<string?, BuiltInWriter>(
            from text in Texts
            from special in Specials
            from place in Enumerable.Range(0, text.Length + 1)
            select text.Insert(place, special.ToString()));

    [Fact]
    public void Every_code_unit_matches_within_text_of_each_script() =>
        Oracle.Matches<string?, BuiltInWriter>(
            from text in Texts[..3]
            from unit in Enumerable.Range(0, 0x10000)
            select text[..41] + (char)unit + text[41..]);

    [Fact]
    public void Long_text_matches_wherever_an_escaping_chunk_ends() =>
        Oracle.Matches<string?, BuiltInWriter>(
            from text in Texts
            from start in Enumerable.Range(0, text.Length)
            select string.Concat(Enumerable.Repeat(text[start..] + text[..start], 1100 / text.Length + 1)));

    [Fact]
    public void Random_text_of_all_scripts_matches()
    {
        var units = string.Concat(Texts) + new string(Specials);
        var random = new Random(20261127);
        Oracle.Matches<string?, BuiltInWriter>(
            from _ in Enumerable.Range(0, 20_000)
            select new string(random.GetItems<char>(units, random.Next(200))));
    }

    [Fact]
    public void Ascii_with_escapes_matches_at_every_length()
    {
        var random = new Random(20261128);
        Oracle.Matches<string?, BuiltInWriter>(
            from length in Enumerable.Range(0, 140)
            from escapes in Enumerable.Range(0, 60)
            select string.Create(length, escapes, (text, odds) =>
            {
                foreach (ref var unit in text)
                {
                    unit = random.Next(60) < odds ? "\"\\\n\t\u0001\u007Fé"[random.Next(7)] : (char)random.Next(' ', '\u007F');
                }
            }));
    }
}
