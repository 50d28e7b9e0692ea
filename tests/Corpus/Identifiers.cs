using Jero;

namespace Corpus;

public sealed record Guids(Guid Guid, Guid? Maybe);

public sealed record Links(Uri Link, Uri? Maybe);

public sealed record Versions(Version Version, Version? Maybe);

[Endpoint("/corpus/identifiers/guids")]
public sealed partial class GuidsCase : CorpusCase<Guids>
{
    protected override IEnumerable<Guids> Values =>
        [new(default, null), new(Guid.AllBitsSet, Guid.Empty), new(new("00112233-4455-6677-8899-AABBCCDDEEFF"), Guid.Empty)];

    public NDJSONStreamingResponse<Guids> Get() => Stream();
}

[Endpoint("/corpus/identifiers/links")]
public sealed partial class LinksCase : CorpusCase<Links>
{
    private static readonly string[] Corners =
    [
        "https://example.org", "https://example.org/", "HTTPS://Example.ORG/A%20b?q=a+b&c=\"d\"#é", "/relative/path?x=1", "", "a b", "../up", "mailto:a@b.c",
        "urn:isbn:0451450523", "file:///tmp/ä b.txt", "https://bücher.example/日本", "https://[::1]:8080/", "a\\b\"c\u2028",
    ];

    protected override IEnumerable<Links> Values =>
        [new(new("a", UriKind.Relative), null), .. Corners.Select(text => new Uri(text, UriKind.RelativeOrAbsolute)).Select(link => new Links(link, link))];

    public NDJSONStreamingResponse<Links> Get() => Stream();
}

[Endpoint("/corpus/identifiers/versions")]
public sealed partial class VersionsCase : CorpusCase<Versions>
{
    protected override IEnumerable<Versions> Values =>
    [
        new(new(), null),
        new(new(1, 2), new(1, 2, 3)),
        new(new(1, 2, 3, 4), new(int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue)),
    ];

    public NDJSONStreamingResponse<Versions> Get() => Stream();
}
