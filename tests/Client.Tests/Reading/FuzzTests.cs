using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using Jero.Client;
using Jero.Client.Reading;

namespace Client.Tests.Reading;

/// <summary>Streams by chance, in pieces by chance, beside a second reader that has the whole text before it.</summary>
public sealed partial class FuzzTests
{
    private static readonly string[] Pieces =
    [
        "data", "data", "data:", "data: ", "event", "event:", "event: a", "id", "id:", "id: 1", "id: é", "retry", "retry: 5", "retry: x", ":", " ", "x", "é", "😀", "\0", "\uFEFF", "field",
        "\n", "\n", "\n", "\r", "\r\n", "\n\n", "\r\n\r\n", "\r\r",
    ];

    private static readonly Gen<string> Texts = Gen.Int[0, Pieces.Length - 1].Select(static i => Pieces[i]).Array[0, 60].Select(static pieces => string.Concat(pieces));
    private static readonly Gen<int[]> Cuts = Gen.Int[0, 300].Array[0, 6];

    [Fact]
    public void Events() => Gen.Select(Texts, Cuts).Sample((text, cuts) =>
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Assert.Equal(Expected(text), Read(new SplitStream(bytes, [.. cuts.Select(cut => cut % (bytes.Length + 1))])));
    });

    [Fact]
    public void Items() => Gen.Select(Json().Array[0, 8], Gen.Int[0, 2], Cuts).Sample((items, form, cuts) =>
    {
        var (type, text) = form switch
        {
            0 => ("application/x-ndjson", string.Concat(items.Select(static item => item + "\n"))),
            1 => ("application/json-seq", string.Concat(items.Select(static item => $"\u001e{item}\n"))),
            _ => ("application/json", $"[{string.Join(" ,", items)}]"),
        };
        var bytes = Encoding.UTF8.GetBytes(text);
        var content = new StreamContent(new SplitStream(bytes, [.. cuts.Select(cut => cut % (bytes.Length + 1))])) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };

        var read = content.ReadJsonLinesAsync(RowJson.Default.JsonElement).Select(static item => item.GetRawText()).ToBlockingEnumerable();

        Assert.Equal(items.Select(static item => JsonDocument.Parse(item).RootElement.GetRawText()), read);
    });

    // Values whose text has brackets, commas, quotes and backslashes where none is meant. None is a number alone, which a line feed has to end.
    private static Gen<string> Json() => Gen.Recursive<string>(static (depth, json) => depth > 3
        ? OneOf("null", "true", "\"\"", "\"]},\\\"[{\"", "\"\\\\\"", "\"é😀\"", "{}", "[]")
        : Gen.OneOf(
            OneOf("null", "\",\"", "\"\\\\\\\"\"", "{ }"),
            json.Array[0, 3].Select(static items => $"[ {string.Join(", ", items)}]"),
            json.Array[0, 3].Select(static items => $"{{{string.Join(",", items.Select(static (item, i) => $"\"m]{i}\": {item}"))}}}")));

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static List<string> Read(SplitStream body)
    {
        var parser = new EventParser(1 << 20);
        parser.Begin();
        using var window = new ByteWindow(body, 1 << 20);
        var events = new List<string>();
        do
        {
            while (parser.TryRead(window, 1))
            {
                events.Add($"{parser.Id}|{parser.LastEventId}|{parser.Name}|{Encoding.UTF8.GetString(parser.Data)}");
                parser.Reset();
            }
        }
        while (window.ReadAsync(1, CancellationToken.None).AsTask().GetAwaiter().GetResult());
        events.Add($"{parser.LastEventId}|{parser.Retry?.TotalMilliseconds}");
        return events;
    }

    // By the words of WHATWG HTML, section 9.2.6, over the whole text.
    private static List<string> Expected(string text)
    {
        var (data, name, last, buffer, own, retry) = ("", "", default(string), default(string), default(string), default(string));
        var events = new List<string>();
        var lines = LineEnd().Split(text.StartsWith('\uFEFF') ? text[1..] : text);
        // What stands behind the last line end is no line.
        foreach (var line in lines[..^1])
        {
            if (line.Length == 0)
            {
                last = buffer;
                if (data.Length > 0)
                {
                    events.Add($"{own}|{last}|{(name.Length == 0 ? "message" : name)}|{data[..^1]}");
                }

                (data, name, own) = ("", "", null);
                continue;
            }

            var parts = line.Split(':', 2);
            var value = parts.Length == 1 ? "" : parts[1].StartsWith(' ') ? parts[1][1..] : parts[1];
            switch (parts[0])
            {
                case "data":
                    data += value + "\n";
                    break;
                case "event":
                    name = value;
                    break;
                case "id" when !value.Contains('\0', StringComparison.Ordinal):
                    buffer = own = value;
                    break;
                case "retry" when value.Length > 0 && value.All(char.IsAsciiDigit):
                    retry = value;
                    break;
            }
        }

        events.Add($"{last}|{retry}");
        return events;
    }

    [GeneratedRegex("\r\n|\r|\n")]
    private static partial Regex LineEnd();
}
