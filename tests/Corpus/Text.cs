using System.Globalization;
using Jero;

namespace Corpus;

public sealed record Texts(string Text, string? Maybe);

public sealed record Characters(char Character, char? Maybe, char[] Many);

[Endpoint("/corpus/text/strings")]
public sealed partial class TextsCase : CorpusCase<Texts>
{
    private const int Long = 100_000;

    private static IEnumerable<string> Corners =>
    [
        "", " ", "plain", "\"", "\\", "/", "'", "<>&+`", "\r\n", "\t", "\0", "\u007f", "\u0080", "\u0085", "\u00a0", "é", "ß", "\u2028", "\u2029",
        "\u200b", "\u202e", "\ufeff", "\ufffd", "\ufffe", "\uffff", "😀", "👩‍👩‍👧‍👦", "日本語", "e\u0301", "\U0010ffff", "\U00010000",
        // Lone surrogates at every place, the halves the wrong way round, and one between whole pairs.
        "\ud800", "\udfff", "a\ud800", "\ud800a", "a\udc00b", "\udc00\ud800", "\ud800\ud800\udc00", "😀\ud83d😀", "😀\ude00", "é\ud800é",
        string.Concat(Enumerable.Range(0, 0x20).Select(code => (char)code)),
        string.Concat(Enumerable.Range(0x20, 0x180).Select(code => (char)code)),
        // What needs no escape is looked for in blocks: the one that does stands at each place of a block and its neighbours.
        .. Enumerable.Range(0, 70).Select(place => new string('a', place) + '"' + new string('b', 70 - place)),
        .. Enumerable.Range(0, 40).Select(place => new string('a', place) + "é" + new string('b', 40 - place) + "\n"),
    ];

    protected override IEnumerable<Texts> Values =>
    [
        new("", null),
        .. Corners.Select(text => new Texts(text, text)),
        new(new string('a', Long), new string('"', Long)),
        new(new string('é', Long), new string('\u0001', Long)),
        new(new string('日', Long), string.Concat(Enumerable.Repeat("😀", Long / 2))),
        new(string.Concat(Enumerable.Range(0, Long / 10).Select(i => i.ToString("D10", CultureInfo.InvariantCulture))), new string('\ud800', Long)),
    ];

    public NDJSONStreamingResponse<Texts> Get() => Stream();
}

[Endpoint("/corpus/text/characters")]
public sealed partial class CharactersCase : CorpusCase<Characters>
{
    protected override IEnumerable<Characters> Values =>
    [
        new('\0', null, []),
        .. Enumerable.Range(0, 0x180).Concat([0x2028, 0x2029, 0xfeff, 0xfffd, 0xfffe, 0xffff, 0xd7ff, 0xe000, 0xd800, 0xdbff, 0xdc00, 0xdfff])
            .Select(code => (char)code)
            .Select(character => new Characters(character, character, [character, 'a'])),
    ];

    public NDJSONStreamingResponse<Characters> Get() => Stream();
}
