using Jero.Generated;

namespace Jero.Tests.Json;

public sealed class StringTests
{
    private static readonly char[] Notable =
        ['a', ' ', '~', '"', '\\', '/', '\n', '\0', '\u007F', 'é', '߿', 'ࠀ', '\u2028', '千', '\uE000', '\uFFFD', '\uFFFF',
         '\uD7FF', '\uD800', '\uD801', '\uDBFF', '\uDC00', '\uDC01', '\uDFFF'];

    private static readonly string[] Units = ["a", "\"", "é", "千", "\uD83D\uDE00", "\uD800", "ab\"cé", "plain words, then é"];

    private static readonly string[] Starts = ["", "é", "\"x"];

    [Fact]
    public void Every_code_unit_is_escaped_as_the_encoder_does() =>
        Oracle.Matches<string?, BuiltInWriter>(Enumerable.Range(0, 0x10000).Select(unit => ((char)unit).ToString()));

    [Fact]
    public void Every_code_unit_as_a_char_is_escaped_as_the_encoder_does() =>
        Oracle.Matches<char, BuiltInWriter>(Enumerable.Range(0, 0x10000).Select(unit => (char)unit));

    [Fact]
    public void Every_code_unit_between_letters_is_escaped_as_the_encoder_does() =>
        Oracle.Matches<string?, BuiltInWriter>(Enumerable.Range(0, 0x10000).Select(unit => "abcdefgh" + (char)unit + "ijklmnopq"));

    [Fact]
    public void Every_code_unit_after_and_before_a_surrogate_is_escaped_as_the_encoder_does() =>
        Oracle.Matches<string?, BuiltInWriter>(
            from unit in Enumerable.Range(0, 0x10000)
            from text in new[] { "\uD83D" + (char)unit, (char)unit + "\uDE00" }
            select text);

    [Fact]
    public void Three_code_units_around_the_surrogate_range_match() =>
        Oracle.Matches<string?, BuiltInWriter>(
            from first in Notable
            from second in Notable
            from third in Notable
            select new string([first, second, third]));

    [Fact]
    public void A_notable_character_matches_at_every_place_of_every_short_length() =>
        Oracle.Matches<string?, BuiltInWriter>(
            from length in Enumerable.Range(1, 100)
            from place in Enumerable.Range(0, length)
            from unit in Notable
            select new string('x', place) + unit + new string('y', length - place - 1));

    [Fact]
    public void Long_strings_match_wherever_an_escaping_chunk_ends() =>
        Oracle.Matches<string?, BuiltInWriter>(
            from unit in Units
            from length in Enumerable.Range(500, 30).Concat(Enumerable.Range(1010, 30))
            from start in Starts
            select start + string.Concat(Enumerable.Repeat(unit, length)));

    [Fact]
    public void Strings_of_100_000_characters_match() =>
        Oracle.Matches<string?, BuiltInWriter>(Units.Select(unit => string.Concat(Enumerable.Repeat(unit, 100_000 / unit.Length))));

    [Fact]
    public void Random_text_matches()
    {
        var random = new Random(20260101);
        Oracle.Matches<string?, BuiltInWriter>(
            from _ in Enumerable.Range(0, 20_000)
            select new string(random.GetItems(Notable, random.Next(80))));
    }

    [Fact]
    public void Null_and_empty_match() => Oracle.Matches<string?, BuiltInWriter>(null, "");

    [Fact]
    public void Ordinary_text_reaches_the_wire_unescaped() =>
        Assert.Equal("\"Amélie & <千>\"", Oracle.Write<string?, BuiltInWriter>("Amélie & <千>"));
}
