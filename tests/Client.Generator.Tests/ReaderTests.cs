using Client.Generator.Tests.Harness;

namespace Client.Generator.Tests;

/// <summary>The readers of a client beside System.Text.Json: whatever the JSON, both read the same or refuse it with the same words.</summary>
public sealed class ReaderTests
{
    private const string Schemas =
        """
        "All": { "type": "object",
          "required": ["id", "big", "small", "ratio", "price", "ok", "name", "when", "day", "key", "kind", "tags", "maybe", "inner", "grid", "called"],
          "properties": {
            "id": { "type": "integer", "format": "int32" }, "big": { "type": "integer", "format": "int64" }, "small": { "type": "integer", "format": "uint8" },
            "ratio": { "type": "number" }, "price": { "type": "number", "format": "decimal" }, "ok": { "type": "boolean" }, "name": { "type": "string" },
            "note": { "type": "string" }, "when": { "type": "string", "format": "date-time" }, "day": { "type": "string", "format": "date" },
            "key": { "type": "string", "format": "uuid" }, "kind": { "$ref": "#/components/schemas/Kind" }, "tags": { "type": "array", "items": { "type": "string" } },
            "maybe": { "type": "array", "items": { "type": ["integer", "null"], "format": "int32" } }, "inner": { "$ref": "#/components/schemas/Inner" },
            "others": { "type": "array", "items": { "$ref": "#/components/schemas/Inner" } }, "grid": { "type": "array", "items": { "type": "array", "items": { "type": "number" } } },
            "called": { "const": "all" }, "grün": { "type": ["string", "null"] }, "next": { "$ref": "#/components/schemas/All" } } },
        "Inner": { "type": "object", "properties": { "a": { "type": "integer", "format": "int32" }, "kind": { "$ref": "#/components/schemas/Kind" } } },
        "Kind": { "type": "string", "enum": ["one", "two", "größe"] },
        "Odd": { "type": "object", "required": ["map"], "properties": { "map": { "type": "object", "additionalProperties": { "type": "integer" } } } }
        """;

    private const string Usual =
        """
        {"id":1,"big":-9007199254740993,"small":255,"ratio":0.5,"price":1.10,"ok":true,"name":"a\u00e9\n","when":"2026-11-27T13:00:00.5+01:00","day":"2024-02-29","key":"0f8fad5b-d9cb-469f-a165-70867728950e","kind":"two","tags":["x","y"],"maybe":[1,null],"inner":{"a":2,"kind":"one"},"others":[{}],"grid":[[1,2.5],[]],"called":"all","grün":null,"later":{"a":[1,{"b":"}"}]}}
        """;

    private static readonly (string Old, string New)[] Changes =
    [
        ("\"id\":1", "\"id\":\"1\""), ("\"id\":1", "\"id\":1,\"id\":2"), ("\"id\":1", "\"ID\":1"), ("\"id\":1", "\"i\\u0064\":1"), ("\"id\":1", "\"id\":1.0"), ("\"id\":1", "\"id\":1e0"),
        ("\"id\":1", "\"id\":2147483648"), ("\"id\":1", "\"id\":null"), ("\"id\":1,", ""), ("\"id\":1", "\"$id\":1,\"id\":1"), ("\"id\":1", "\"$type\":\"x\",\"id\":1"),
        ("\"id\":1", "\"\":1,\"id\":1"), ("-9007199254740993", "9223372036854775808"), ("255", "256"), ("0.5", "1e400"), ("0.5", "\"NaN\""), ("0.5", "-0.0"), ("1.10", "1e-40"), ("1.10", "\"1.10\""),
        ("true", "\"true\""), ("true", "1"), ("\"name\":\"a\\u00e9\\n\"", "\"name\":null"), ("\\u00e9", "\\ud800"), ("\\u00e9", "\\ud83d\\ude00"),
        ("+01:00", "Z"), ("+01:00", ""), ("T13:00:00.5+01:00", ""), ("T13", " 13"), ("2024-02-29", "2023-02-29"), ("2024-02-29", "2024-2-29"), ("2024-02-29", "0000-01-01"), ("2024-02-29", "2024-02-2\\u0039"),
        ("2024-02-29", "2024-13-01"), ("2024-02-29", " 2024-02-29"), ("2024-02-29", "+024-02-29"), ("0f8fad5b-d9cb-469f-a165-70867728950e", "{0f8fad5b-d9cb-469f-a165-70867728950e}"),
        ("0f8fad5b", "0F8FAD5B"), ("\"two\"", "\"TWO\""), ("\"two\"", "\"größe\""), ("\"two\"", "\"gr\\u00f6\\u00dfe\""), ("\"two\"", "1"), ("\"two\"", "\"1\""), ("\"two\"", "\"one, two\""), ("\"two\"", "\"three\""),
        ("\"two\"", "\" two\""), ("[\"x\",\"y\"]", "null"), ("[\"x\",\"y\"]", "[null]"), ("[\"x\",\"y\"]", "[]"), ("[\"x\",\"y\"]", "[\"x\",]"), ("[\"x\",\"y\"]", "{}"), ("[1,null]", "[\"1\"]"), ("[{}]", "null"), ("[{}]", "[null]"),
        ("{\"a\":2,\"kind\":\"one\"}", "null"), ("{\"a\":2,\"kind\":\"one\"}", "{}"), ("{\"a\":2,\"kind\":\"one\"}", "{\"a\":2,\"a\":3}"), ("[[1,2.5],[]]", "[null]"), ("\"called\":\"all\",", ""),
        ("\"called\":\"all\"", "\"called\":\"none\""), ("\"called\":\"all\"", "\"called\":null"), ("\"grün\"", "\"gr\\u00fcn\""), ("\"grün\":null", "\"grün\":\"ja\""), ("{\"b\":\"}\"}", "{\"b\":\"}\",\"b\":1}"),
        ("{\"id\"", "[{\"id\""), ("{\"id\"", " \t\r\n{\"id\""), ("{\"id\"", "\uFEFF{\"id\""), ("{\"id\"", "/* */{\"id\""), ("\"}\"}]}}", "\"}\"}]}}}"), ("\"}\"}]}}", "\"}\"}]}} x"), ("\"}\"}]}}", "\"}\"}]},}"),
        ("\"later\":{\"a\"", "\"next\":null,\"later\":{\"a\""),
    ];

    [Fact]
    public async Task Whatever_comes_is_read_as_by_the_metadata()
    {
        var generated = Generated.From(
            Document.Of(
                Document.Get("/all", "getAll", "application/x-ndjson", """ "itemSchema": { "$ref": "#/components/schemas/All" }""") + ","
                    + Document.Get("/odd", "getOdd", "application/x-ndjson", """ "itemSchema": { "$ref": "#/components/schemas/Odd" }"""),
                Schemas),
            "--namespace",
            "Made",
            "--class",
            "MadeClient");
        Assert.Contains("SendForItemsAsync<All, MadeClientReaders.AllReader>(", generated.Code, StringComparison.Ordinal);
        Assert.DoesNotContain("OddReader", generated.Code, StringComparison.Ordinal);
        var nested = Usual.Replace("\"later\"", $"\"next\":{Usual},\"later\"", StringComparison.Ordinal);
        var texts = new List<string> { Usual, nested, "", " ", "null", "[]", "1", "{}" };
        foreach (var (old, replacement) in Changes)
        {
            Assert.Contains(old, Usual, StringComparison.Ordinal);
            texts.Add(Usual.Replace(old, replacement, StringComparison.Ordinal));
        }

        using var http = new HttpClient();
        var said = await Compiled.From(generated.Code, Use(texts)).RunAsync(http, TestContext.Current.CancellationToken);

        // The text as it is, with one in itself, and what of the changes is usual all the same: not one of them goes the long way by mistake.
        Assert.Equal("0 differences; by the reader: True True", said);
    }

    // Each text, and the first also with every byte left out, doubled and replaced.
    private static string Use(List<string> texts) =>
        $$"""
        #nullable enable
        #pragma warning disable CS1591
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Text;
        using System.Text.Json;
        using System.Threading;
        using System.Threading.Tasks;
        using Jero.Client.Generated;
        using Made;

        public static class Use
        {
            private static readonly string[] Texts = [{{string.Join(", ", texts.Select(static text => Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(text, quote: true)))}}];

            public static Task<string> RunAsync(HttpClient http, CancellationToken ct)
            {
                var differences = new List<string>();
                foreach (var text in Texts)
                {
                    Compare(Encoding.UTF8.GetBytes(text), differences);
                }

                var usual = Encoding.UTF8.GetBytes(Texts[0]);
                for (var i = 0; i < usual.Length; i++)
                {
                    Compare([.. usual[..i], .. usual[(i + 1)..]], differences);
                    Compare(usual[..i], differences);
                    foreach (var other in "\"{}[],:\\ 0n-.e$A\u0001"u8.ToArray())
                    {
                        Compare([.. usual[..i], other, .. usual[(i + 1)..]], differences);
                        Compare([.. usual[..i], other, .. usual[i..]], differences);
                    }

                    Compare([.. usual[..i], 0xC3, .. usual[(i + 1)..]], differences);
                }

                return Task.FromResult(differences.Count == 0
                    ? $"0 differences; by the reader: {IsUsual(Texts[0])} {IsUsual(Texts[1])}"
                    : $"{differences.Count} differences: {string.Join("\n", differences.GetRange(0, Math.Min(20, differences.Count)))}");
            }

            private static bool IsUsual(string text)
            {
                var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
                reader.Read();
                return default(MadeClientReaders.AllReader).TryRead(ref reader, out _);
            }

            private static void Compare(byte[] json, List<string> differences)
            {
                var direct = Said(() => ApiEvents.Read<All, MadeClientReaders.AllReader>(json, MadeClientJson.Default.All));
                var metadata = Said(() => JsonSerializer.Deserialize(json, MadeClientJson.Default.All));
                if (direct != metadata)
                {
                    differences.Add($"{Encoding.UTF8.GetString(json)}\n  {direct}\n  {metadata}");
                }
            }

            private static string Said(Func<All?> read)
            {
                try
                {
                    return JsonSerializer.Serialize(read(), MadeClientJson.Default.All!);
                }
                catch (Exception exception)
                {
                    return $"{exception.GetType().Name}: {exception.Message}";
                }
            }
        }
        """;
}
