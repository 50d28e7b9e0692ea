using System.Text.Json.Serialization;
using Jero;

namespace Corpus;

#pragma warning disable CA1707, IDE1006 // How such names are written is what is tested.
public sealed record CamelCases(
    int ID, int URL, int IOStream, int IPhone, int iPod, int A, int AB, int ABc, int aC, int _Id, int __ID, int X1, int X1Y, int HTTP2Push,
    int Größe, int ÄÖÜ, int ÉCOLE, int İstanbul, int @class, int @event, int ǅ, int 日本);
#pragma warning restore CA1707, IDE1006

public sealed class GivenNames
{
    [JsonPropertyName("")]
    public int Empty { get; set; }
    [JsonPropertyName(" ")]
    public int Blank { get; set; }
    [JsonPropertyName("\"quoted\"")]
    public int Quoted { get; set; }
    [JsonPropertyName("back\\slash/")]
    public int Slashes { get; set; }
    [JsonPropertyName("line\r\nbreak\ttab\0nul\u001b")]
    public int Controls { get; set; }
    [JsonPropertyName("näme😀日本\u2028\u2029\u0085\u007f")]
    public int NotAscii { get; set; }
    [JsonPropertyName("<>&'+`{}[]:,")]
    public int Punctuation { get; set; }
    [JsonPropertyName("{0} {{ }} $\"\"\"")]
    public int Templates { get; set; }
    [JsonPropertyName("$ref")]
    public int Reference { get; set; }
    [JsonPropertyName("PascalCase")]
    public int Pascal { get; set; }
    [JsonPropertyName("a-very-long-name-a-very-long-name-a-very-long-name-a-very-long-name-a-very-long-name-a-very-long-name-a-very-long-name")]
    public int Long { get; set; }
    [JsonPropertyName("*/ // <!-- %d")]
    public int Comments { get; set; }
}

public sealed record PositionalNames([property: JsonPropertyName("first-name")] string First, [property: JsonPropertyName("Nachname")] string? Last = "Doe");

[Endpoint("/corpus/names/camel")]
public sealed partial class CamelCasesCase : CorpusCase<CamelCases>
{
    protected override IEnumerable<CamelCases> Values =>
        [new(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22)];

    public NDJSONStreamingResponse<CamelCases> Get() => Stream();
}

[Endpoint("/corpus/names/given")]
public sealed partial class GivenNamesCase : CorpusCase<GivenNames>
{
    protected override IEnumerable<GivenNames> Values => [new(), new() { Empty = 1, Controls = 2, NotAscii = 3, Templates = 4, Long = 5 }];

    public NDJSONStreamingResponse<GivenNames> Get() => Stream();
}

[Endpoint("/corpus/names/positional")]
public sealed partial class PositionalNamesCase : CorpusCase<PositionalNames>
{
    protected override IEnumerable<PositionalNames> Values => [new("a"), new("b", null)];

    public NDJSONStreamingResponse<PositionalNames> Get() => Stream();
}
